package org.example;

import java.util.Arrays;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.CommandLineParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** A tool built with Apache Commons CLI. */
public final class CommonsCliTool {
    private CommonsCliTool() {}

    /**
     * Parses its arguments, and says what they are.
     *
     * @param arguments the class of the parser, because the first versions have others than the last ones; then what is parsed
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Options options = new Options();
        options.addOption("h", "help", false, "help");
        options.addOption("t", "token", true, "token");
        options.addOption("q", false, "quiet");
        CommandLineParser parser = Class.forName(arguments[0])
                .asSubclass(CommandLineParser.class)
                .getDeclaredConstructor()
                .newInstance();
        try {
            CommandLine given = parser.parse(options, Arrays.copyOfRange(arguments, 1, arguments.length));
            System.out.println(given.hasOption("h") + " " + given.getOptionValue("t") + " " + given.getArgList());
        } catch (ParseException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(Integer.getInteger("refusal", 64));
        }
    }
}
