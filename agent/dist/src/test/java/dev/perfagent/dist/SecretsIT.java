package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.example.Secrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No secret leaves the measured process through us: neither into a file, nor through what the tool says of the run. What the
 * application prints itself is its own affair.
 */
final class SecretsIT {
    private static final List<List<String>> TOOL = List.of(
            List.of("runs"),
            List.of("runs", "--format", "json"),
            List.of("runs", "show", "last"),
            List.of("explain", "Secrets"),
            List.of("alerts"));

    /** One for all: the plan that the first run makes serves the others. */
    @TempDir
    private static Path folder;

    private AgentHome home;

    @BeforeEach
    void findHome() throws IOException {
        home = new AgentHome(folder.resolve("home"));
        home.keepPlansOnly();
        Files.deleteIfExists(folder.resolve("config/instrumentation.yml"));
    }

    /** In each, the secret is what is in ‹angles›; before the bar are arguments, after it is the exception's message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--token=‹correcthorsebattery› | cannot log in with correcthorsebattery",
                "--token ‹correcthorsebattery› | cannot log in with correcthorsebattery",
                "-p‹correcthorsebattery› | cannot log in with correcthorsebattery",
                "-Ptoken=‹correcthorsebattery› | cannot log in with correcthorsebattery",
                "‹correcthorsebattery› | cannot log in with correcthorsebattery",
                "/token:‹correcthorsebattery› | cannot log in with correcthorsebattery",
                "token=‹correcthorsebattery› | cannot log in with correcthorsebattery",
                "correct --token=‹correcthorsebattery› | cannot log in with correcthorsebattery",
                "https://me:‹correcthorsebattery›@example.com/ | cannot log in with correcthorsebattery",
                "https://example.com/?sig=‹correcthorsebattery› | cannot log in with correcthorsebattery",
                "| Bad credentials: ‹ghp_16C7e42F292c6912E7710c838347Ae178B4a›",
                "| Bad credentials: ‹github_pat_11AAAAAAA0abcdefghijkl_mnopqrstuvwxyz0123456789ABCDEFGHIJK›",
                "| Authorization: Bearer ‹abcdefghijklmnop›",
                "| Authorization: token ‹abcdefghijklmnop› was refused",
                "| {Authorization=[Bearer ‹abcdefghijklmnop›]}",
                "| {Cookie=[session=‹abcdefghijklmnop›]}",
                "| Set-Cookie: session=‹abcdefghijklmnop›; Path=/",
                "| X-Api-Key: ‹abcdefghijklmnop›",
                "| {\"password\":\"‹correcthorsebattery›\"}",
                "| {\"password\" : \"‹correcthorsebattery›\"}",
                "| password=‹correcthorsebattery›&user=me",
                "| user=me&password=‹correcthorsebattery›",
                "| user me, password: ‹correcthorsebattery›",
                "| GET https://‹user:correcthorsebattery›@example.com/x failed",
                "| GET https://example.com/x?access_token=‹correcthorsebattery› failed",
                "| GET https://example.com/reset/‹correcthorsebattery› failed",
                "| GET (https://example.com/x?sig=‹correcthorsebattery›) failed",
                "| GET /repos/x?access_token=‹correcthorsebattery› failed",
                "| GET /repos/x?page=1&sig=‹correcthorsebattery› failed",
                "| Basic ‹dXNlcjpjb3JyZWN0aG9yc2U=›",
                "| AWS key ‹AKIAIOSFODNN7EXAMPLE›",
                "| jwt ‹eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N›",
                "| jdbc:postgresql://db/x?user=me&password=‹correcthorsebattery›",
                "| jdbc:oracle:thin:scott/‹correcthorsebattery›@db",
            })
    void inArgumentsAndMessages(String line) throws IOException {
        String secret = line.substring(line.indexOf('‹') + 1, line.indexOf('›'));
        String plain = line.replace("‹", "").replace("›", "");
        int bar = plain.indexOf('|');
        String arguments = plain.substring(0, bar).trim();

        assertHidden(
                null,
                "",
                secret,
                plain.substring(bar + 1).trim(),
                arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_TOKEN, ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "GITHUB_TOKEN, correcthorsebattery",
        "GH_TOKEN, github_pat_11AAAAAAA0abcdefghijkl_mnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOP",
        "GH_PAT, correcthorsebattery",
        "DB_PASSWORD, 'correct horse battery'",
        "DB_PASS, correcthorsebattery",
        "MYSQL_PWD, correcthorsebattery",
        "SIGNING_KEY, correcthorsebattery",
        "AWS_SECRET_ACCESS_KEY, wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "SSHPASS, correcthorsebattery",
        "SESSION_COOKIE, correcthorsebattery",
        "DOCKER_AUTH_CONFIG, correcthorsebattery",
    })
    void inEnvironmentVariables(String name, String value) throws IOException {
        assertHidden(name, value, value, "refused with @VARIABLE@ by the server");
    }

    /** The part of a URL in a variable that is the secret, told alone. */
    @Test
    void inAnAddressInAnEnvironmentVariable() throws IOException {
        String secret = "correcthorsebattery";

        assertHidden("DATABASE_URL", "postgres://me:" + secret + "@db/x", secret, "cannot log in with " + secret);
    }

    @Test
    void inWhatAContextRuleCaptures() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/instrumentation.yml"), """
            context:
              - { name: login, class: org.example.Secrets, method: login, value: return }
            """);

        assertHidden(null, "", "correcthorsebattery", "no", "correcthorsebattery");

        assertThat(home.onlyRun().path("context").path("login").asString()).isEqualTo("[redacted]");
    }

    private void assertHidden(
            @Nullable String variable, String value, String secret, String message, String... arguments)
            throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                config.resolve("benchmarks.yml"),
                "benchmarks:\n  commands:\n    Secrets: { max_acceptable_ms: 0.001, target_ms: 0.001 }\n");
        Files.writeString(folder.resolve("message.txt"), message);
        Jvm jvm = Jvm.on(Jdk.own(), folder)
                .agent(home.option(), "config=" + config)
                .main(Secrets.class, arguments);
        if (variable != null) {
            jvm.environment(variable, value).environment("LEAKED_VARIABLE", variable);
        }
        Jvm.Ended ended = jvm.run();

        assertThat(ended.stderr()).contains("PERFORMANCE ALERT").contains("Exception in thread \"main\"");
        assertThat(ended.stderr().substring(ended.stderr().indexOf("PERFORMANCE ALERT")))
                .doesNotContain(secret);
        assertThat(home.onlyRun().path("error").path("message").isNull()).isFalse();
        String said = said();
        assertThat(windows(secret)).as(message(said)).noneMatch(said::contains);
    }

    /** The pieces of a secret that would help to guess it. */
    private static List<String> windows(String secret) {
        int length = 9;
        return IntStream.rangeClosed(0, secret.length() - length)
                .mapToObj(from -> secret.substring(from, from + length))
                .toList();
    }

    private static String message(String said) {
        int from = said.indexOf("\"error\":");
        return said.substring(from, said.indexOf('}', from));
    }

    /**
     * All that is kept, binary or text: the secrets are ASCII. The tool knows no more than that, and is asked in a test of its
     * own.
     */
    private String said() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : home.files("")) {
            all.append(file).append('\n');
            all.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
        }
        return all.toString();
    }

    @Test
    void inWhatTheToolSays() throws IOException {
        home = new AgentHome(folder.resolve("home-of-the-tool")); // explain asks for a run that has woven
        String secret = "correcthorsebattery";
        assertHidden("GITHUB_TOKEN", secret, secret, "refused with @VARIABLE@", "--token=" + secret);

        List<String> said = new ArrayList<>();
        for (List<String> command : TOOL) {
            ToolInJar.Ended ended = ToolHere.run(home, command.toArray(String[]::new));
            assertThat(ended.exitCode()).as("%s: %s", command, ended.err()).isZero();
            said.add(ended.out() + ended.err());
        }

        assertThat(said).allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain(secret));
        assertThat(said.get(2)).contains("IllegalStateException");
    }
}
