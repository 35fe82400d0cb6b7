package org.example;

import com.beust.jcommander.DynamicParameter;
import com.beust.jcommander.JCommander;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParameterException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tool built with JCommander, with sub-commands at two levels. */
public final class JCommanderTool {
    private JCommanderTool() {}

    private static final class Tool {
        @Parameter(names = {"-v", "--verbose"})
        private boolean verbose;

        @Parameter(
                names = {"-h", "--help"},
                help = true)
        private boolean help;
    }

    private static final class Remote {
        @Parameter(names = "--depth")
        private int depth = 1;
    }

    private static final class Add {
        @Parameter(
                names = {"-t", "--token"},
                required = true)
        private String token = "";

        @DynamicParameter(names = "-D")
        private Map<String, String> settings = new HashMap<>();

        @Parameter
        private List<String> addresses = new ArrayList<>();
    }

    /** Parses its arguments, and says what they are. */
    public static void main(String[] arguments) {
        Tool tool = new Tool();
        Remote remote = new Remote();
        Add add = new Add();
        JCommander commands = new JCommander(tool);
        commands.setProgramName("example-jc");
        commands.addCommand("remote", remote);
        Objects.requireNonNull(commands.getCommands().get("remote")).addCommand("add", add, "plus");
        try {
            commands.parse(arguments);
        } catch (ParameterException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(Integer.getInteger("refusal", 2));
        }
        if (tool.help) {
            commands.usage();
        } else {
            System.out.println(tool.verbose + " " + remote.depth + " " + add.token + add.settings + add.addresses);
        }
    }
}
