package org.example;

import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.CmdLineException;
import org.kohsuke.args4j.CmdLineParser;
import org.kohsuke.args4j.Option;
import org.kohsuke.args4j.OptionDef;
import org.kohsuke.args4j.spi.OptionHandler;
import org.kohsuke.args4j.spi.Parameters;
import org.kohsuke.args4j.spi.Setter;

/** A tool built with args4j that reads a value, and what stands behind it with a second parser. */
public final class Args4jRestTool {
    @Argument(handler = RestHandler.class)
    public String password = "";

    /** What may stand behind the value. */
    public static final class Rest {
        @Option(name = "--depth")
        public int depth = 1;
    }

    /** Reads a word, and all behind it. */
    public static final class RestHandler extends OptionHandler<String> {
        /** As args4j makes it. */
        public RestHandler(CmdLineParser parser, OptionDef option, Setter<? super String> setter) {
            super(parser, option, setter);
        }

        @Override
        public int parseArguments(Parameters words) throws CmdLineException {
            String[] rest = new String[words.size() - 1];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = words.getParameter(i + 1);
            }
            new CmdLineParser(new Rest()).parseArgument(rest);
            setter.addValue(words.getParameter(0));
            return words.size();
        }

        @Override
        public String getDefaultMetaVariable() {
            return "PASSWORD";
        }
    }

    /** Parses its arguments. */
    public static void main(String[] arguments) throws CmdLineException {
        new CmdLineParser(new Args4jRestTool()).parseArgument(arguments);
    }
}
