package dev.perfagent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Run;
import dev.perfagent.threshold.JudgedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent before this one kept under another name is not lost, unless it may be of another command. */
class OldFileNameTest {
    private static final String OPEN = "1 0 T 5 warning 1.0 time plan show\n";
    private static final String MORE = "2 0 T 5 warning 1.0 time plan show\n";

    @TempDir
    private Path folder;

    @Test
    void alertsOfACommandWithABlankGoOn() throws IOException {
        write("alerts/ghpm/plan_show", OPEN);
        Run run = JudgedRun.took(1).named("ghpm", "plan show").run();

        assertThat(new AlertStateFile(home(), run).lines()).isEqualTo(OPEN);
        new AlertStateFile(home(), run).append(MORE, 6);

        assertThat(new AlertStateFile(home(), run).lines()).isEqualTo(OPEN + MORE);
        assertThat(folder.resolve("alerts/ghpm/plan+show")).hasContent(OPEN + MORE);
        assertThat(folder.resolve("alerts/ghpm/plan_show"))
                .as("it may be of a command plan_show")
                .hasContent(OPEN);
    }

    @Test
    void alertsInAFileThatFitsManyNamesAreNoOnes() throws IOException {
        write("alerts/ghpm/__", OPEN);

        assertThat(new AlertStateFile(
                                home(), JudgedRun.took(1).named("ghpm", "构建").run())
                        .lines())
                .isEmpty();
    }

    @Test
    void aCommandThatOnlyHasAnOldFileHadARun() throws IOException {
        write("recent/ghpm/plan_show", "f 1.0 s -\n");
        write("recent/ghpm/issue+list", "f 1.0 s -\n");
        write("recent/ghpm/__", "f 1.0 s -\n");
        write("recent/ghpm/" + Home.fileName("测试"), "f 1.0 s -\n");
        RecordedCommands recorded = new RecordedCommands(home());

        assertThat(recorded.hasRun("plan show")).isTrue();
        assertThat(recorded.hasRun("issue list")).isTrue();
        assertThat(recorded.hasRun("构建")).isTrue();
        assertThat(recorded.hasRun("batch")).isFalse();
        assertThat(recorded.of("ghpm")).containsExactlyInAnyOrder("plan_show", "issue list", "__");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Home home() {
        return Home.at(folder.toFile());
    }
}
