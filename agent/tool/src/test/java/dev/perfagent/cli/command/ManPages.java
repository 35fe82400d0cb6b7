package dev.perfagent.cli.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** The manual pages, which are made of the commands themselves. A release runs this; only a public class can be run there. */
public final class ManPages {
    private ManPages() {}

    /** Writes them into the folder that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    /** Writes a page of AsciiDoc for each command into that folder. */
    static void write(Path folder) throws IOException {
        CommandSpec[] commands =
                AllCommands.list().stream().map(CommandLine::getCommandSpec).toArray(CommandSpec[]::new);
        File into = Files.createDirectories(folder).toFile();
        ManPageGenerator.generateManPage(into, null, new boolean[0], true, commands);
    }
}
