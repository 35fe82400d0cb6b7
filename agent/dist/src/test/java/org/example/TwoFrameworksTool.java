package org.example;

import joptsimple.OptionParser;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import org.kohsuke.args4j.CmdLineException;
import org.kohsuke.args4j.CmdLineParser;
import org.kohsuke.args4j.Option;

/** A tool that carries three frameworks: for its settings, for its command line, and inside a library that it calls. */
public final class TwoFrameworksTool {
    @Option(name = "--format")
    public String format = "";

    /** Exits with 2 where its arguments are wrong, and with 0 whatever the library thinks of its own. */
    public static void main(String[] arguments) {
        OptionParser settings = new OptionParser();
        settings.accepts("color").withRequiredArg();
        settings.parse("--color", "s3cret");
        ArgumentParser parser = ArgumentParsers.newFor("example-two").build();
        parser.addArgument("-t", "--token");
        parser.addSubparsers().addParser("push").addArgument("--force").nargs("?");
        try {
            parser.parseArgs(arguments);
        } catch (ArgumentParserException wrong) {
            parser.handleError(wrong);
            library("--format", "s3cret");
            System.exit(Integer.getInteger("refusal", 2));
        }
        library("--nonsense", "s3cret");
    }

    private static void library(String... words) {
        try {
            new CmdLineParser(new TwoFrameworksTool()).parseArgument(words);
        } catch (CmdLineException wrong) {
            System.out.println("the library has no such option");
        }
    }
}
