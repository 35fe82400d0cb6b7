package org.example;

import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** A tool built with argparse4j, with sub-commands at two levels. */
public final class Argparse4jTool {
    private Argparse4jTool() {}

    /** Parses its arguments; exits with 2 where they are wrong. */
    @SuppressWarnings("deprecation") // the only way in version 0.4
    public static void main(String[] arguments) {
        ArgumentParser parser = ArgumentParsers.newArgumentParser("example-ap");
        parser.addArgument("-v", "--verbose").action(Arguments.storeTrue());
        Subparser remote = parser.addSubparsers().addParser("remote");
        remote.addArgument("--depth");
        Subparser add = remote.addSubparsers().addParser("add");
        add.addArgument("-t", "--token");
        add.addArgument("address").nargs("?");
        try {
            Namespace values = parser.parseArgs(arguments);
            System.out.println(
                    values.getBoolean("verbose") + " " + values.getAttrs().size());
        } catch (ArgumentParserException wrong) {
            parser.handleError(wrong);
            System.exit(Integer.getInteger("refusal", 2));
        }
    }
}
