package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "com.example.Foo, com/example/Foo, true",
        "com.example.Foo, com/example/Foo$Bar, false",
        "com.example.Foo, com/example/FooBar, false",
        "com.example.Foo.Bar, com/example/Foo$Bar, true",
        "com.example.Foo$Bar, com/example/Foo/Bar, false",
        "com.example.*, com/example/a/B$C, true",
        "com.example.*, com/examples/B, false",
        "*Command, com/example/ExportCommand, true",
        "*Command, com/example/ExportCommands, false",
        "com.*.cli.*Command, com/a/b/cli/c/ExportCommand, true",
        "*, anything, true",
        "fetch*, fetch, true",
        "get*s, getIssues, true",
        "get*s, getIssue, false",
        "a*b*c, aXbXbc, true"
    })
    void aStarStandsForAnyRun(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }
}
