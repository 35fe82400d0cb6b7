package org.example;

import java.util.Arrays;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;

/** A tool built with JOpt Simple. */
public final class JOptSimpleTool {
    private JOptSimpleTool() {}

    /** Parses its arguments; exits with 2 where they are wrong. */
    public static void main(String[] arguments) {
        OptionParser parser = new OptionParser();
        parser.acceptsAll(Arrays.asList("v", "verbose"));
        parser.acceptsAll(Arrays.asList("t", "token")).withRequiredArg();
        parser.accepts("help");
        parser.accepts("q");
        try {
            OptionSet options = parser.parse(arguments);
            System.out.println(options.has("v") + " " + options.has("help"));
        } catch (OptionException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(Integer.getInteger("refusal", 2));
        }
    }
}
