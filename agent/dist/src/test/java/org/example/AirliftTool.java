package org.example;

import io.airlift.airline.Cli;
import io.airlift.airline.Command;
import io.airlift.airline.Help;
import io.airlift.airline.Option;
import io.airlift.airline.OptionType;
import io.airlift.airline.ParseException;

/** A tool built with airlift's Airline, with a group of commands. */
public final class AirliftTool {
    private AirliftTool() {}

    /** Adds a remote. */
    @Command(name = "add")
    public static final class Add implements Runnable {
        @Option(
                type = OptionType.GLOBAL,
                name = {"-v", "--verbose"})
        public boolean verbose;

        @Option(name = "--depth")
        public int depth = 1;

        @Option(name = {"-t", "--token"})
        public String token = "";

        @Override
        public void run() {
            System.out.println(verbose + " " + depth + " " + token.length());
        }
    }

    /** Parses its arguments and runs the command; exits with 2 where they are wrong. */
    public static void main(String[] arguments) {
        Cli.CliBuilder<Runnable> tool = Cli.builder("example-airlift");
        tool.withDefaultCommand(Help.class).withCommand(Help.class);
        tool.withGroup("remote").withDefaultCommand(Add.class).withCommand(Add.class);
        try {
            tool.build().parse(arguments).run();
        } catch (ParseException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(Integer.getInteger("refusal", 2));
        }
    }
}
