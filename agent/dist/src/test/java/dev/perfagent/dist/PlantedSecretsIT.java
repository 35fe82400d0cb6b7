package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.Chance;
import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.example.Fuzzed;
import org.example.Leaks;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random secrets of forty shapes in forty sentences, each an exception of a real process: none is kept or printed. */
final class PlantedSecretsIT {
    /** Each shape in ten sentences, and each sentence with ten shapes. */
    private static final int SENTENCES_A_SHAPE = 10;

    private static final List<String> SHAPES = List.of(
            "password %s",
            "Password: %s",
            "password=%s;",
            "password = '%s'",
            "password is %s",
            "passwd=%s",
            "pwd: %s",
            "pw=%s",
            "pass: %s",
            "Kennwort: %s",
            "key: %s",
            "api key %s",
            "API key '%s'",
            "apiKey=%s",
            "x-api-key: %s",
            "privateKey=%s",
            "private_key: %s",
            "client_secret=%s",
            "AccountKey=%s",
            "token %s",
            "access token: %s",
            "refreshToken=%s",
            "secret: %s",
            "the secret is %s",
            "sessionId: %s",
            "login -p %s",
            "--password %s",
            "-Ddb.password=%s",
            "curl -u ada:%s",
            "{\"password\":\"%s\"}",
            "{user=ada, token=%s}",
            "<password>%s</password>",
            "<login user=\"ada\" password=\"%s\"/>",
            "Authorization: Bearer %s",
            "Set-Cookie: JSESSIONID=%s; Path=/",
            "https://ada:%s@host.example/path",
            "GET /x?page=1&access_token=%s",
            "jdbc:mysql://db/x?user=ada&password=%s",
            "export GITHUB_TOKEN=%s",
            "db:\n  password: \"%s\"");

    private static final List<String> SENTENCES = List.of(
            "%s",
            " %s ",
            "Cannot connect: %s",
            "Login failed for ada (%s)",
            "Login failed for ada, %s was given",
            "Invalid password Passw0rd91! for ada; %s",
            "Wrong answer 401 to %s, retrying",
            "Request failed; %s; status 401",
            "Could not parse line 7: %s",
            "Could not parse '%s'",
            "Could not parse \"%s\" at column 5",
            "Unknown setting %s",
            "Invalid %s for ada",
            "Invalid argument: %s (expected a number)",
            "The server refused %s.",
            "Is %s right?",
            "com.example.LoginException: %s",
            "first line\n%s",
            "first line\r\n%s\r\nlast line",
            "\tat step 3\t%s\tend",
            "[ERROR] %s",
            "[%s]",
            "{%s}",
            "<%s>",
            "cause: %s; cause: none",
            "user=ada, %s",
            "a=1;%s",
            "exit code 1 from: git push %s",
            "command [deploy, %s] failed",
            "config.yml:12: %s",
            "Grüße — %s",
            "请求失败 %s",
            "\ud83d\udca5 boom %s",
            "half \ud83d %s",
            "HTTP/1.1 401 Unauthorized\n%s\n\nbody",
            "No route to host db:5432 using %s",
            "Value of %s must not be empty",
            "-- %s --",
            "::error::%s",
            "long ".repeat(40) + "%s");

    private static final List<List<String>> LOOKING = List.of(
            List.of("runs", "--limit", "1000"),
            List.of("runs", "--limit", "1000", "--format", "json"),
            List.of("runs", "show", "last"),
            List.of("report"),
            List.of("analyze"),
            List.of("optimize"),
            List.of("alerts", "--history"),
            List.of("check", "--since", "1d", "--format", "junit"),
            List.of("export", "--format", "ndjson"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void noneIsKeptOrPrinted(Jdk jdk) throws Exception {
        Chance chance = new Chance(jdk.feature());
        List<String> secrets = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (int shape = 0; shape < SHAPES.size(); shape++) {
            for (int i = 0; i < SENTENCES_A_SHAPE; i++) {
                String secret = chance.secret();
                String sentence = SENTENCES.get((shape + i * SHAPES.size() / SENTENCES_A_SHAPE) % SENTENCES.size());
                secrets.add(secret);
                messages.add(sentence.replace("%s", SHAPES.get(shape).replace("%s", secret)));
            }
        }
        Fuzzed.write(folder, messages);
        AgentHome home = new AgentHome(folder.resolve("home"));
        secrets.add(chance.secret());
        String given = secrets.get(secrets.size() - 1);

        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + config())
                .jvm("-Ddb.password=" + given)
                .environment("GITHUB_TOKEN", given)
                .main(Leaks.class, "--token=" + given, "--password", given)
                .run();

        assertThat(ended.out()).as(ended.stderr()).hasSize(messages.size());
        assertThat(ended.stderr()).contains("PERFORMANCE ALERT");
        assertThat(home.runs())
                .hasSize(messages.size())
                .allMatch(run -> run.path("error").path("message").isString());
        assertNone(secrets, ended.stderr(), "the console");
        for (Path file : home.files("")) {
            assertNone(secrets, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), file.toString());
        }
        for (List<String> command : LOOKING) {
            ToolInJar.Ended look = ToolHere.run(home, command.toArray(String[]::new));
            assertThat(look.exitCode()).as("%s: %s", command, look.err()).isBetween(0, 1);
            assertNone(secrets, look.out() + look.err(), command.toString());
        }
    }

    private Path config() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                config.resolve("instrumentation.yml"),
                "commands:\n  - { class: org.example.Leaks, method: work, name: work }\n");
        Files.writeString(
                config.resolve("benchmarks.yml"),
                "benchmarks:\n  commands:\n    work: { max_acceptable_ms: 0.001, target_ms: 0.001 }\n");
        return config;
    }

    /** Nor half of one. */
    private static void assertNone(List<String> secrets, String text, String where) {
        List<String> found = new ArrayList<>();
        for (String secret : secrets) {
            for (String half : List.of(secret.substring(0, 7), secret.substring(7))) {
                int at = text.indexOf(half);
                if (at >= 0) {
                    found.add(text.substring(Math.max(0, at - 200), at + half.length()));
                }
            }
        }
        assertThat(found).as(where).isEmpty();
    }
}
