package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.example.Endings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real bash completes what a real run left behind, by the script that the shipped jar writes. */
@NeedsProgram({"bash", "--version"})
final class CompletionIT {
    /** As bash calls it: the words of the line, cut at equals signs too, the last one at the cursor. */
    private static final String DRIVER = """
            source "$1"; shift
            compopt() { :; }
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
            _perf_agent
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    private static Path folder;

    private static AgentHome home;
    private static String id = "";

    @BeforeAll
    static void aRun() throws IOException {
        home = new AgentHome(folder.resolve("home"));
        Jdk jdk = Jdk.own();
        Jvm.on(jdk, folder).agent(home.option()).main(Endings.class, "return").run();
        id = home.onlyRun().path("execution_id").asString();
        Path history = home.files("history").get(0);
        String line = Files.readString(history);
        // A command of two words, and names that try to be more than a name.
        Files.writeString(
                history,
                line
                        + line.replaceFirst("\"command\":\"[^\"]*\"", "\"command\":\"project list\"")
                        + line.replaceFirst("\"command\":\"[^\"]*\"", "\"command\":\"\\$(touch pwned)\"")
                        + line.replaceFirst("\"command\":\"[^\"]*\"", "\"command\":\"b\\\\\\\\u001b[2Jc\""));
        Files.createDirectories(home.folder().resolve("baselines"));
        Files.writeString(home.folder().resolve("baselines/release-2.json"), "{}");
        Files.writeString(
                folder.resolve("script"),
                Jvm.on(jdk, folder).jar(Jvm.AGENT, "completion", "bash").run().out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            runs show [0                        | ID
            check [la                           | last
            check [                             | last,ID
            runs --strict show [                | last,ID
            runs show --history x [             | last,ID
            runs --command [proj                | project\\ list
            runs --command = [proj              | project\\ list
            runs --command ["proj               | project list
            runs --command [$                   | \\$\\(touch\\ pwned\\)
            runs --application [                | org.example.Endings,Endings
            compare --baseline [rel             | release-2
            compare --baseline x --current [rel | release-2
            baseline delete [                   | release-2
            baseline write [                    | release-2
            plan show [                         | PLAN
            plan clear [                        | PLAN
            --home = /nowhere baseline delete [ |
            runs --limit [                      |
            runs --command check [--lim         | --limit
            ru                                  | runs
            completion [z                       | zsh
            export --format [nd                 | ndjson
            """)
    void namesAreCompleted(String line, String expected) throws Exception {
        String plan = home.files("plans").get(0).getFileName().toString().replace(".plan", "");
        List<String> wanted = expected == null
                ? List.of("")
                : Stream.of(expected.split(","))
                        .map(name -> name.equals("ID") ? id : name.equals("PLAN") ? plan : name)
                        .toList();

        List<String> completed = complete(line);

        if (line.startsWith("runs --application")) {
            assertThat(completed).hasSize(1).isSubsetOf(wanted);
        } else {
            assertThat(completed).containsExactlyElementsOf(wanted);
        }
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void optionsThatNameAFolderCompleteFoldersOnly() throws Exception {
        Files.createDirectories(folder.resolve("conf-a"));
        Files.createDirectories(folder.resolve("conf-b c"));
        Files.writeString(folder.resolve("conf-file"), "");

        for (String option : List.of("report --config", "runs --home", "runs --history", "prepare --config =")) {
            assertThat(complete(option + " [conf")).containsExactlyInAnyOrder("conf-a", "conf-b c");
        }
    }

    /** What comes after a bracket is at the cursor, which may be nothing. */
    private static List<String> complete(String line) throws Exception {
        int cursor = line.indexOf('[');
        List<String> words = new ArrayList<>(List.of("bash", "--norc", "-c", DRIVER, "bash", "./script", "perf-agent"));
        if (cursor < 0) {
            words.addAll(List.of(line.split(" ")));
        } else {
            words.addAll(List.of(line.substring(0, cursor).trim().split(" ")));
            words.add(line.substring(cursor + 1));
        }
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PERF_AGENT_HOME", home.folder().toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process bash = builder.start();
        bash.getOutputStream().close();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return List.of(out.stripTrailing().split("\n", -1));
    }
}
