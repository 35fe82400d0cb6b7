package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * docs/commands.md has the help of every command. With {@code PERF_AGENT_WRITE_DOCS=true} in the environment the test writes the
 * page instead of comparing it.
 */
final class CommandReferenceTest {
    private static final Path PAGE = Path.of("../../docs/commands.md");
    private static final String HEAD = """
            # Commands

            The help of every command, as `java -jar perf-agent.jar COMMAND --help` prints it. In it, `perf-agent` stands for
            `java -jar perf-agent.jar`. A test keeps this page as the tool is; do not edit it by hand.
            """;

    @TempDir
    private Path home;

    @Test
    void thePageHasTheHelpOfEveryCommand() throws IOException {
        String page = page();

        if ("true".equals(System.getenv("PERF_AGENT_WRITE_DOCS"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(page)
                .as("run this test once with PERF_AGENT_WRITE_DOCS=true in the environment")
                .isEqualTo(Files.readString(PAGE));
    }

    /** What is around the options is a format string: a lone percent sign makes picocli print a warning in front of it. */
    @Test
    void everyTextOfHelpIsASoundFormat() {
        for (CommandLine command : AllCommands.list()) {
            List<String> texts = new ArrayList<>();
            UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            Collections.addAll(texts, usage.header());
            Collections.addAll(texts, usage.description());
            Collections.addAll(texts, usage.footer());
            for (String text : texts) {
                assertThatCode(() -> String.format(Locale.ROOT, text)).as(text).doesNotThrowAnyException();
            }
        }
    }

    private String page() {
        StringBuilder page = new StringBuilder(HEAD);
        for (CommandLine command : AllCommands.list()) {
            String name = AllCommands.name(command);
            List<String> words = new ArrayList<>();
            if (!name.isEmpty()) {
                Collections.addAll(words, name.split(" ", -1));
            }
            words.add("--help");
            ToolRun run = ToolRun.of(home, words.toArray(new String[0]));
            assertThat(run.code()).as(name).isZero();
            page.append("\n## perf-agent").append(name.isEmpty() ? "" : " ").append(name);
            page.append("\n\n```\n")
                    .append(run.out().replace(System.lineSeparator(), "\n").strip());
            page.append("\n```\n");
        }
        return page.toString();
    }
}
