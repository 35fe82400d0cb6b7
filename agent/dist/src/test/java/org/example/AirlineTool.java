package org.example;

import com.github.rvesse.airline.annotations.Command;
import com.github.rvesse.airline.annotations.Option;
import com.github.rvesse.airline.annotations.OptionType;
import com.github.rvesse.airline.builder.CliBuilder;
import com.github.rvesse.airline.parser.errors.ParseException;

/** A tool built with rvesse's Airline, with a group of commands. */
public final class AirlineTool {
    private AirlineTool() {}

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
        CliBuilder<Runnable> tool = new CliBuilder<>("example-airline");
        tool.withGroup("remote").withDefaultCommand(Add.class).withCommand(Add.class);
        try {
            tool.build().parse(arguments).run();
        } catch (ParseException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(Integer.getInteger("refusal", 2));
        }
    }
}
