package dev.perfagent.cli.option;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * {@code --format} as each command has it. It may stand before the command, so all inherit it from the root, and only then is
 * it made to list and take what this one has.
 */
public final class FormatOption {
    static final String NAME = "--format";

    /** What is longer would be torn at the end of a line of help. */
    private static final int LONGEST_LABEL = 60;

    private FormatOption() {}

    /** Narrows the option of a command, but not of those below it. */
    public static void narrow(CommandSpec command) {
        List<Format> formats = formats(command);
        OptionSpec inherited = command.findOption(NAME);
        if (formats.isEmpty() || inherited == null) {
            return;
        }
        FormatConverter words = new FormatConverter(formats);
        OptionSpec own = OptionSpec.builder(inherited)
                .scopeType(ScopeType.LOCAL)
                .paramLabel(label(formats))
                .converters(words)
                .completionCandidates(words)
                .description(description(formats))
                .build();
        command.remove(inherited);
        command.addOption(own);
    }

    /**
     * Refuses a form that was given before the command's name and that it has not, and the lack of one where it has no text.
     *
     * @throws ParameterException when that is so
     */
    public static void check(CommandSpec command, CommonOptions common) {
        List<Format> formats = formats(command);
        if (formats.isEmpty() || formats.contains(common.format())) {
            return;
        }
        String has = "'" + command.name() + "' has "
                + formats.stream().map(Format::text).collect(Collectors.joining(", "));
        throw new ParameterException(
                command.commandLine(),
                common.isFormatGiven()
                        ? "'" + common.format().text() + "' is not a format of this command; " + has
                        : NAME + " is missing; " + has);
    }

    private static List<Format> formats(CommandSpec command) {
        Set<Format> formats = command.userObject() instanceof ManyFormats many ? many.formats() : ManyFormats.USUAL;
        return formats.stream().sorted().toList();
    }

    private static String label(List<Format> formats) {
        String all = formats.stream().map(Format::text).collect(Collectors.joining("|"));
        return all.length() > LONGEST_LABEL ? "FORM" : all;
    }

    private static String description(List<Format> formats) {
        return "Output format: "
                + formats.stream()
                        .map(format -> format == Format.TEXT
                                ? "text (for people; the default)"
                                : format.text() + " (" + format.purpose() + ")")
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
