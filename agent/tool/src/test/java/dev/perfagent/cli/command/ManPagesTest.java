package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
}
