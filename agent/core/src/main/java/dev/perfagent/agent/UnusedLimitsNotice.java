package dev.perfagent.agent;

import dev.perfagent.journal.RecordedCommands;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.NearestName;
import java.util.List;

/** Reports limits for commands that no run ever had: mostly a name that is typed otherwise. Loaded once a day. */
final class UnusedLimitsNotice {
    /** A file of limits for many tools is no reason to fill the console. */
    private static final int MOST = 5;

    private UnusedLimitsNotice() {}

    static void report(Run run, Benchmarks benchmarks, AgentOutput output) {
        RecordedCommands recorded = new RecordedCommands(output.home());
        List<String> ran = recorded.of(run.application());
        StringBuilder text = new StringBuilder();
        int reported = 0;
        for (String command : benchmarks.commands().keySet()) {
            if (reported < MOST && !command.equals(run.command()) && !recorded.hasRun(command)) {
                String line = line(command, run.application(), ran);
                output.log().report(line);
                text.append("perf-agent: ").append(line).append(System.lineSeparator());
                reported++;
            }
        }
        if (reported > 0 && !output.quiet()) {
            output.console().print(text);
            output.console().flush();
        }
    }

    private static String line(String command, String application, List<String> ran) {
        String[] names = ran.toArray(new String[0]);
        boolean hasBlanks = command.indexOf(' ') >= 0; // which agents before this one wrote as underscores
        for (int i = 0; hasBlanks && i < names.length; i++) {
            names[i] = names[i].replace('_', ' ');
        }
        String nearest = NearestName.of(command, names);
        return plain("benchmarks.yml: no run ever had the command '" + command + "', so its limits are not used"
                + (nearest == null
                        ? "; 'runs --application \"" + application + "\"' lists the commands there are"
                        : "; did you mean '" + nearest + "'?"));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(Character.isISOControl(text.charAt(i)) ? '?' : text.charAt(i));
        }
        return plain.toString();
    }
}
