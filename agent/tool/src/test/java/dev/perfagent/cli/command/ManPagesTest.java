package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class ManPagesTest {
    @TempDir
    private Path folder;

    @Test
    void everyCommandHasAPageWithItsOptions() throws IOException {
        ManPages.write(folder);

        for (CommandLine command : AllCommands.list()) {
            String name = command.getCommandSpec().qualifiedName("-");
            String page = Files.readString(folder.resolve(name + ".adoc"));
            assertThat(page).contains("= " + name + "(1)", ":doctype: manpage").doesNotContain("Exception", "%%");
        }
        assertThat(Files.readString(folder.resolve("perf-agent-check.adoc"))).contains("*--tolerance*");
    }

    @Test
    void aPageHasWhatTheHelpHasAndNoNameIsTorn() throws IOException {
        ManPages.write(folder);

        for (CommandLine command : AllCommands.list()) {
            CommandSpec spec = command.getCommandSpec();
            String page = Files.readString(folder.resolve(spec.qualifiedName("-") + ".adoc"));
            String synopsis = page.substring(page.indexOf("== Synopsis"), page.indexOf("== Description"));
            assertThat(spec.usageMessage().footer()).as(spec.name()).isNotEmpty();
            for (String line : spec.usageMessage().footer()) {
                assertThat(page).contains(line.matches("Examples?:") ? "== Examples" : line.replaceFirst("^ {2}", ""));
            }
            for (OptionSpec option : spec.options()) {
                String name = option.negatable() ? option.longestName().replace("--", "--[no-]") : option.longestName();
                assertThat(page).contains(name + "*");
            }
            assertThat(synopsis).doesNotContain("[=", "]_");
            assertThat(synopsis.lines()).noneMatch(line -> line.startsWith(" "));
            assertThat(page.contains("lists its formats") && spec.subcommands().isEmpty())
                    .as(spec.name())
                    .isFalse();
        }
    }
}
