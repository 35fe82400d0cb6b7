package dev.perfagent.cli.view.check;

import dev.perfagent.alert.WorkflowCommand;
import dev.perfagent.check.CheckedRun;
import dev.perfagent.check.RunParts;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.SafeText;
import dev.perfagent.cli.view.run.RunWords;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Verdicts against runs as workflow commands of GitHub Actions, which makes annotations of them. It shows ten of a kind a step;
 * the last one counts the rest.
 */
public final class CheckAnnotations {
    static final int MOST_OF_A_KIND = 10;

    /** Writes those that are broken, whether they fail the check or not. */
    public void write(List<CheckedRun> checked, Output out) {
        write(checked, Severity.CRITICAL, out);
        write(checked, Severity.WARNING, out);
    }

    private static void write(List<CheckedRun> checked, Severity severity, Output out) {
        List<String> titles = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (CheckedRun one : checked) {
            for (Verdict verdict : one.verdicts()) {
                if (verdict.result().severity() == severity) {
                    titles.add(SafeText.text(RunWords.commandLine(
                                    one.run().application(), one.run().command()) + ": " + CheckDocument.words(verdict)
                            + " of " + verdict.subject()));
                    messages.add(SafeText.text(
                            verdict.explanation() + " (run " + one.run().id() + parts(one) + ")"));
                }
            }
        }
        int single = titles.size() <= MOST_OF_A_KIND ? titles.size() : MOST_OF_A_KIND - 1;
        StringBuilder commands = new StringBuilder();
        for (int i = 0; i < single; i++) {
            WorkflowCommand.append(commands, severity, titles.get(i), List.of(messages.get(i)));
        }
        if (single < titles.size()) {
            List<String> rest = titles.subList(single, titles.size());
            WorkflowCommand.append(commands, severity, rest.size() + " more are " + severity.text(), rest);
        }
        out.commands(commands.toString());
    }

    private static String parts(CheckedRun checked) {
        RunParts parts = RunParts.of(checked.run());
        return parts.machineShare() == null ? "" : ": " + PartsText.of(parts);
    }
}
