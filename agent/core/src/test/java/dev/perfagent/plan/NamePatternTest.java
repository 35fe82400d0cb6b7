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
        "com.example.*, com/example/B$C, true",
        "com.example.*, com/example/a/B, false",
        "com.example.**, com/example/a/B$C, true",
        "com.example.**, com/examples/B, false",
        "*Command, com/example/ExportCommand, false",
        "*Command, ExportCommand, true",
        "**Command, com/example/ExportCommand, true",
        "**.Command, com/example/Command, true",
        "**.Command, com/example/ExportCommand, false",
        "**Command, com/example/ExportCommands, false",
        "com.*.cli.*Command, com/a/cli/ExportCommand, true",
        "com.*.cli.*Command, com/a/b/cli/ExportCommand, false",
        "com.**.cli.*Command, com/a/b/cli/ExportCommand, true",
        "com.**.cli.*Command, com/a/b/cli/c/ExportCommand, false",
        "com.**.cli.*Command, com/cli/cli/x/cli/aCommandCommand, true",
        "**.a*b*.c, x/ab/a/ab/c, true",
        "**.a*b*.c, x/ab/a/c, false",
        "com.***, com/a/b, true",
        "*, anything, true",
        "*, any/thing, false",
        "**, any/thing, true",
        "fetch*, fetch, true",
        "get*s, getIssues, true",
        "get*s, getIssue, false",
        "a*b*c, aXbXbc, true"
    })
    void oneStarStaysInAPackageAndTwoDoNot(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }
}
