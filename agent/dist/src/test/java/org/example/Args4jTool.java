package org.example;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.CmdLineException;
import org.kohsuke.args4j.CmdLineParser;
import org.kohsuke.args4j.Option;
import org.kohsuke.args4j.spi.SubCommand;
import org.kohsuke.args4j.spi.SubCommandHandler;
import org.kohsuke.args4j.spi.SubCommands;

/** A tool built with args4j, with sub-commands at two levels. */
public final class Args4jTool {
    @Option(name = "-v", aliases = "--verbose")
    public boolean verbose;

    @Option(name = "--help")
    public boolean help;

    @Argument(handler = SubCommandHandler.class)
    @SubCommands(@SubCommand(name = "remote", impl = Remote.class))
    public @Nullable Object command;

    /** Its sub-command. */
    public static final class Remote {
        @Option(name = "--depth")
        public int depth = 1;

        @Argument(handler = SubCommandHandler.class)
        @SubCommands(@SubCommand(name = "add", impl = Add.class))
        public @Nullable Object command;
    }

    /** A sub-command of the sub-command. */
    public static final class Add {
        @Option(name = "--token")
        public String token = "";

        @Argument
        public List<String> addresses = new ArrayList<>();
    }

    /** Parses its arguments; exits with 2 where they are wrong. */
    public static void main(String[] arguments) {
        Args4jTool tool = new Args4jTool();
        try {
            new CmdLineParser(tool).parseArgument(arguments);
        } catch (CmdLineException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(Integer.getInteger("refusal", 2));
        }
        System.out.println(tool.verbose + " " + tool.help);
    }
}
