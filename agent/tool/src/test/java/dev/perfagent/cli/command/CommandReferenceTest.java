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

    /** Lines are broken by picocli, which also breaks behind a full stop in the middle of a file's name. */
    @Test
    void noNameIsTornAndEachExampleCanBeCopied() {
        List<String> torn = new ArrayList<>();
        for (CommandLine command : AllCommands.list()) {
            boolean isExample = false;
            List<String> lines = help(command).lines().toList();
            for (int i = 0; i + 1 < lines.size(); i++) {
                String next = lines.get(i + 1);
                isExample |= lines.get(i).matches("Examples?(,.*)?:");
                if (lines.get(i).matches(".*\\w\\.")
                                && next.matches(" *(yml|json|csv|html|md|jar|log|collapsed|pb|gz)\\b.*")
                        || lines.get(i).matches(".*[a-z]:") && next.matches(" *([A-Z]{2}|\\d).*")
                        || isExample && !next.isEmpty() && !next.startsWith("  ")) {
                    torn.add(AllCommands.name(command) + ": " + lines.get(i) + "|" + next);
                }
            }
        }
        assertThat(torn).isEmpty();
    }

    private String page() {
        StringBuilder page = new StringBuilder(HEAD);
        for (CommandLine command : AllCommands.list()) {
            String name = AllCommands.name(command);
            page.append("\n## perf-agent").append(name.isEmpty() ? "" : " ").append(name);
            page.append("\n\n```\n").append(help(command).strip());
            page.append("\n```\n");
        }
        return page.toString();
    }

    private String help(CommandLine command) {
        String name = AllCommands.name(command);
        List<String> words = new ArrayList<>();
        if (!name.isEmpty()) {
            Collections.addAll(words, name.split(" ", -1));
        }
        words.add("--help");
        ToolRun run = ToolRun.of(home, words.toArray(new String[0]));
        assertThat(run.code()).as(name).isZero();
        return run.out().replace(System.lineSeparator(), "\n");
    }
}
