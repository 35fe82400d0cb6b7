package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** The manual pages are made of the commands themselves; {@code main} writes them when a release is built. */
final class ManPagesTest {
    @TempDir
    private Path folder;

    @Test
    void everyCommandHasAPageWithItsOptions() throws IOException {
        write(folder);

        for (CommandLine command : AllCommands.list()) {
            String name = command.getCommandSpec().qualifiedName("-");
            String page = Files.readString(folder.resolve(name + ".adoc"));
            assertThat(page).contains("= " + name + "(1)", ":doctype: manpage").doesNotContain("Exception", "%%");
        }
        assertThat(Files.readString(folder.resolve("perf-agent-check.adoc"))).contains("*--tolerance*");
    }

    /** Writes a page of AsciiDoc for each command into that folder. */
    private static void write(Path folder) throws IOException {
        CommandSpec[] commands =
                AllCommands.list().stream().map(CommandLine::getCommandSpec).toArray(CommandSpec[]::new);
        File into = Files.createDirectories(folder).toFile();
        ManPageGenerator.generateManPage(into, null, new boolean[0], true, commands);
    }

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }
}
