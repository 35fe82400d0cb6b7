package org.example;

import org.kohsuke.args4j.CmdLineException;
import org.kohsuke.args4j.CmdLineParser;
import org.kohsuke.args4j.Option;

/** A tool built with what the oldest args4j has: options only. */
public final class Args4jOldTool {
    @Option(name = "-verbose")
    public boolean verbose;

    @Option(name = "-token")
    public String token = "";

    /** Parses its arguments; exits with 2 where they are wrong. */
    public static void main(String[] arguments) {
        Args4jOldTool tool = new Args4jOldTool();
        try {
            new CmdLineParser(tool).parseArgument(arguments);
        } catch (CmdLineException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(Integer.getInteger("refusal", 2));
        }
        System.out.println(tool.verbose + " " + tool.token.length());
    }
}
