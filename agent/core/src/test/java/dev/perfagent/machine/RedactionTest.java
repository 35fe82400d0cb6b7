package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
    private final Redaction redaction = new Redaction(
            new String[] {"batch", "--token=hunter2hunter2", "--name", "correcthorse"},
            Map.of("GITHUB_TOKEN", "plainwordsecret", "MY_API_KEY", "another-secret", "PATH", "/usr/bin"),
            Map.of());

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
    @ValueSource(
            strings = {
                "password: swordfish",
                "password=swordfish rest",
                "Authorization: Bearer swordfish",
                "token swordfish refused",
                "the secret is swordfish",
                "https://user:swordfish@host.example/a/b?q=1",
                "https://host.example/a?page=1&sig=swordfish",
                "{\"password\":\"swordfish\"}",
                "{\"password\" : \"two words swordfish\", \"a\": 1}",
                "{Authorization=[Bearer swordfish]}",
                "Set-Cookie: session=swordfish; Path=/",
                "{Cookie=[session=swordfish]}",
                "user=me&password=swordfish",
                "GET /path?page=1&sig=swordfish",
                "jdbc:oracle:thin:scott/swordfish@db",
                "postgres://me:swordfish@db/x"
            })
    void aSecretNobodyKnowsIsFoundByWhatStandsAroundIt(String text) {
        assertThat(redaction.apply(text)).doesNotContain("swordfish");
        assertThat(redaction.apply("it failed: " + text + " (really)")).doesNotContain("swordfish");
    }

    @Test
    void aUrlKeepsSchemeAndHost() {
        assertThat(redaction.apply("GET https://host.example/a?b=c failed"))
                .isEqualTo("GET https://host.example/… failed");
        assertThat(redaction.apply("cannot reach https://host.example")).isEqualTo("cannot reach https://host.example");
    }

    @Test
    void everyFormOfAnArgumentIsKnown() {
        Redaction known = new Redaction(
                new String[] {
                    "-pswordfish1",
                    "token=swordfish2",
                    "/token:swordfish3",
                    "https://me:swordfish4@h/?sig=swordfish5",
                    "correct",
                    "--token=correcthorse"
                },
                Map.of(
                        "DATABASE_URL",
                        "postgres://me:swordfish6@db/x",
                        "DB_PASS",
                        "swordfish7",
                        "SSHPASS",
                        "swordfish8"),
                Map.of("db.password", "swordfish9", "pin", "4711"));

        for (int i = 1; i <= 9; i++) {
            assertThat(known.apply("it was swordfish" + i)).isEqualTo("it was [redacted]");
        }
        assertThat(known.apply("correcthorse")).isEqualTo("[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "File not found: report.txt",
                "Index 5 out of bounds for length 3",
                "java.lang.IllegalStateException: cannot open database",
                "HTTP 404 for repository octo/cat",
                "Password is required",
                "No such key in table users",
                "The token expired 5 minutes ago",
                "Session closed by the server",
                "Invalid password for ada",
                "duplicate primary key in line 7",
                "Low disk-space in region asia-south",
                "Tokenizer failed at column 12"
            })
    void ordinaryWordsStay(String text) {
        assertThat(redaction.apply(text)).isEqualTo(text);
    }

    @Test
    void aValueThatContainsATellingWordIsAValue() {
        assertThat(redaction.apply("Invalid password Passw0rd91! for ada; token mytoken-one; secret: oursession"))
                .isEqualTo("Invalid password [redacted] for ada; token [redacted]; secret: [redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token ",
                "is ",
                "password is ",
                "\"",
                "a=",
                "password=",
                "://",
                "-p ",
                "'",
                "[",
                "\ud83d\ude00",
                "x"
            })
    @Timeout(300)
    void aMegabyteOfAnythingTakesNoTime(String piece) {
        String text = "token: " + piece.repeat(1_000_000 / piece.length());

        assertThat(redaction.apply(text)).hasSizeLessThan(600);
    }

    @Test
    void randomTextsEndAndStayBounded() {
        Random random = new Random(7);
        String[] pieces = {
            "token",
            "password",
            ":",
            "=",
            " ",
            "\"",
            "'",
            "[",
            "]",
            "<",
            ">",
            "/",
            "://",
            "-p",
            "\\",
            "@",
            "?",
            "is",
            "key",
            "a1",
            "-----BEGIN",
            "\n",
            "\ud83d",
            "\u201c",
            "%3D",
            "|",
            "("
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(redaction.apply(text.toString())).hasSizeLessThan(600);
        }
    }

    @Test
    void itIsOneBoundedLine() {
        String redacted = redaction.apply("word ".repeat(10_000) + "\r\nend");

        assertThat(redacted).hasSizeLessThan(600).doesNotContain("\n", "\r");
    }

    @Test
    void aSecretCutByTheBoundIsNotTold() {
        String redacted = redaction.apply("x ".repeat(998) + "hunter2hunter2");

        assertThat(redacted).doesNotContain("hunter");
    }
}
