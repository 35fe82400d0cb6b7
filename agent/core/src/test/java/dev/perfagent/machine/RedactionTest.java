package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
    private final Redaction redaction = new Redaction(
            new String[] {"batch", "--token=hunter2hunter2", "--name", "correcthorse"},
            Map.of("GITHUB_TOKEN", "plainwordsecret", "MY_API_KEY", "another-secret", "PATH", "/usr/bin"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2hunter2",
                "correcthorse",
                "plainwordsecret",
                "another-secret",
                "ghp_abcdefABCDEF0123456789",
                "github_pat_11ABCDEFG0abcdef",
                "glpat-abcdefghij",
                "eyJhbGciOiJIUzI1NiJ9.e30.abc",
                "a1b2c3d4e5f6a7b8c9d0"
            })
    void aSecretIsTakenOutWhereverItStands(String secret) {
        for (String text : new String[] {"%s", "failed for %s!", "value '%s' is bad", "a=%s,b=1", "(%s)", "x\n%s\ty"}) {
            assertThat(redaction.apply(text.replace("%s", secret))).doesNotContain(secret);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password: swordfish                     | password: [redacted]",
                "password=swordfish rest                 | password=[redacted] rest",
                "Authorization: Bearer abcdef            | Authorization: [redacted] [redacted]",
                "token abc refused                       | token [redacted] refused",
                "the secret is swordfish                 | the secret [redacted] [redacted]",
                "https://user:pass@host.example/a/b?q=1  | https://host.example/…",
                "https://host.example                    | https://host.example"
            })
    void whatFollowsATellingWordIsTakenOut(String text, String expected) {
        String redacted = redaction.apply(text);

        assertThat(redacted).doesNotContain("swordfish", "abcdef", "pass@", "q=1");
        if (!text.contains("is swordfish") && !text.contains("Bearer")) {
            assertThat(redacted).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "File not found: report.txt", "Index 5 out of bounds for length 3",
                "java.lang.IllegalStateException: cannot open database", "HTTP 404 for repository octo/cat"
            })
    void ordinaryWordsStay(String text) {
        assertThat(redaction.apply(text)).isEqualTo(text);
    }

    @Test
    void itIsOneBoundedLine() {
        String redacted = redaction.apply("word ".repeat(10_000) + "\r\nend");

        assertThat(redacted).hasSizeLessThan(600).doesNotContain("\n", "\r");
    }

    @Test
    void aSecretCutByTheBoundIsNotTold() {
        String redacted = redaction.apply("x ".repeat(998) + "hunter2hunter2hunter2hunter2");

        assertThat(redacted).doesNotContain("hunter");
    }
}
