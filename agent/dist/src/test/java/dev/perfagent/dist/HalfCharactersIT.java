package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.Launches;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A strict parser of JSON reads what is recorded and what is printed, whatever halves of characters an application has. */
final class HalfCharactersIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    @NeedsProgram({"jq", "--version"})
    void jqReadsTheHistoryAndEachExport(Jdk jdk) throws Exception {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.on(jdk, folder)
                .agent(home.option())
                .main(Launches.HalfCharacter.class)
                .run();
        Path history = home.files("history").get(0);
        assertThat(jq(history)).isZero();

        String old = Files.readString(history);
        String id = home.onlyRun().path("execution_id").asString();
        for (String half : List.of("\\ud83d", "\\ude00")) { // as agents before this one wrote them
            old += old.lines()
                            .findFirst()
                            .orElseThrow()
                            .replace(id, id + half.charAt(4))
                            .replace("half \ufffd", "half " + half)
                            .replace("\"context\":{", "\"context\":{\"" + half + "\":1")
                    + "\n";
        }
        Files.writeString(history, old);
        assertThat(jq(history)).isNotZero();

        for (String command : List.of(
                "export --format ndjson",
                "export --format json",
                "runs --format json",
                "report --format json",
                "check --format json")) {
            ToolInJar.Ended ended = ToolHere.run(home, command.split(" "));

            assertThat(ended.err()).as(command).doesNotContain("skipped");
            assertThat(ended.out()).as(command).isNotBlank();
            assertThat(jq(Files.writeString(folder.resolve("printed.json"), ended.out())))
                    .as(command)
                    .isZero();
        }
    }

    private static int jq(Path file) throws IOException, InterruptedException {
        return new ProcessBuilder("jq", "-c", ".", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
