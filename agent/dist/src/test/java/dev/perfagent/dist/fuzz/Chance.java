package dev.perfagent.dist.fuzz;

import java.util.List;
import java.util.Random;

/** Random choices that a seed repeats. */
public final class Chance {
    private static final List<String> WORDS =
            List.of("batch", "export", "status", "issue", "list", "fetch", "render", "ghpm");
    /** What commands a build server when a line begins with it. */
    private static final List<String> BUILD_COMMANDS = List.of(
            "::error::planted",
            "::set-output name=a::planted",
            "::stop-commands::planted",
            "##[command]planted",
            "##vso[task.complete result=Failed;]planted",
            "##teamcity[buildStatus status='FAILURE']");

    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "=cmd|'/c calc'!A1",
            "\"quoted\" 'single' `back`",
            "$(touch /tmp/planted)",
            "../../../../etc/passwd",
            "..",
            ".",
            "/",
            "a/b\\c",
            "CON",
            "%s%n%d{}",
            "\u202Eright to left\u202C",
            "\u200B\u200Bzero width",
            "\uFEFFmark",
            "\u001B[31mred\u001B[0m",
            "bell\u0007back\b",
            "tab\tline\nnext\r\nother\rlast",
            "line\u2028paragraph\u2029next\u0085",
            "nul\u0000end",
            "half \uD83D",
            "other half \uDE80 stays",
            "\uD83D\uDE80 whole",
            "日本語のコマンド",
            "команда",
            "e\u0301\u0301\u0301",
            "{\"json\":true}",
            "- yaml: [",
            "a,b;c|d",
            "--option=value",
            "-",
            " ",
            "");

    private final Random random;

    public Chance(long seed) {
        this.random = new Random(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    public <T> T of(List<? extends T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** An ordinary word mostly, else something that no one would choose. */
    public String name() {
        return oneIn(3) ? text() : of(WORDS);
    }

    /** Something that no one would choose, sometimes long, sometimes several in a row. */
    public String text() {
        return switch (below(8)) {
            case 0 -> of(BUILD_COMMANDS);
            case 1 -> of(List.of("\n", "\r", " \t", "\u200B", "\uFEFF", "x\n")) + of(BUILD_COMMANDS);
            case 2 -> of(HOSTILE).repeat(1 + below(300));
            case 3 -> "word ".repeat(below(60)) + of(BUILD_COMMANDS);
            case 4 -> characters();
            default -> of(HOSTILE);
        };
    }

    private String characters() {
        StringBuilder text = new StringBuilder();
        for (int left = below(40); left > 0; left--) {
            text.append((char) (oneIn(2) ? below(0x80) : below(0x10000)));
        }
        return text.toString();
    }

    /** A JSON value of a kind and size that nobody expects. */
    public String jsonValue() {
        return of(List.of(
                "null",
                "true",
                "-1",
                "0",
                "1e308",
                "-1e308",
                "1e-320",
                "1e400",
                "9223372036854775807",
                "99999999999999999999999999",
                "0.1",
                "\"\"",
                "\"NaN\"",
                "\"+999999999-12-31T23:59:59.999Z\"",
                "\"2026-02-30T25:61:61Z\"",
                "\"-0001-01-01T00:00:00Z\"",
                "\"\\ud83d\"",
                "\"::error::planted\"",
                "[]",
                "{}",
                "[[[[[[[[[[[[]]]]]]]]]]]]",
                "{\"a\":{\"b\":{\"c\":[1,2,3]}}}",
                "[1,\"a\",null]",
                "NaN",
                "nul"));
    }

    /** A value that nobody but its owner should see. */
    public String secret() {
        StringBuilder secret = new StringBuilder();
        for (int left = 14; left > 0; left--) {
            secret.append("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789".charAt(below(56)));
        }
        return secret.toString();
    }

    /** That secret in words that say what it is. */
    public String sentenceWith(String secret) {
        return of(List.of(
                        "password=%s",
                        "Password: %s.",
                        "the token is refused: token %s",
                        "Authorization: Bearer %s",
                        "https://me:%s@example.com/x",
                        "GET https://example.com/x?access_token=%s",
                        "{\"client_secret\":\"%s\"}",
                        "api key '%s' unknown",
                        "pw=%s,",
                        "login -p %s failed",
                        "<password>%s</password>",
                        "Set-Cookie: session=%s; Path=/"))
                .replace("%s", secret);
    }

    /** The name of a system property with a secret. */
    public String property() {
        return of(List.of("db.password", "apiToken", "client.secret", "MY_API_KEY", "spring.datasource.password"));
    }
}
