package dev.perfagent.cli.command;

import dev.perfagent.cli.option.FormatOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** The manual pages, which are made of the commands themselves. A release runs this; only a public class can be run there. */
public final class ManPages {
    /** The generator breaks a longer synopsis anywhere, also within a name; what shows the page breaks it at spaces. */
    private static final int NEVER_BROKEN = 10_000;

    private ManPages() {}

    /** Writes them into the folder that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    /** Writes a page of AsciiDoc for each command into that folder. */
    static void write(Path folder) throws IOException {
        CommandSpec[] commands = AllCommands.list().stream()
                .map(CommandLine::getCommandSpec)
                .peek(ManPages::layOut)
                .toArray(CommandSpec[]::new);
        File into = Files.createDirectories(folder).toFile();
        ManPageGenerator.generateManPage(into, null, new boolean[0], true, commands);
        for (CommandSpec command : commands) {
            Path page = folder.resolve(command.qualifiedName("-") + ".adoc");
            // Brackets before emphasis would be its role, and be left out: [--label=NAME[=VALUE]]
            String text = Files.readString(page);
            Files.writeString(page, text.replace("[=", "{startsb}=").replace("]_", "{endsb}_"));
        }
    }

    private static void layOut(CommandSpec command) {
        FormatOption.narrow(command);
        UsageMessageSpec usage = command.usageMessage();
        String[] about = usage.description().length == 0 ? usage.header() : usage.description();
        usage.width(NEVER_BROKEN)
                .description(String.join("\n\n", about).strip())
                .footerHeading("Examples%n")
                .footer(examples(usage.footer()));
    }

    /** Lines that are indented, by two, go between dots, which keep them as they are. */
    private static String[] examples(String... footer) {
        List<String> lines = new ArrayList<>();
        boolean isWithin = false;
        for (String line : footer) {
            if (line.startsWith(" ") != isWithin) {
                isWithin = !isWithin;
                lines.add("....");
            }
            if (!line.isEmpty() && !line.matches("Examples?:")) {
                lines.add(isWithin ? line.substring(2) : line);
            }
        }
        if (isWithin) {
            lines.add("....");
        }
        return lines.toArray(new String[0]);
    }
}
