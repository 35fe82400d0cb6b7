package dev.perfagent.agent;

import dev.perfagent.alert.AlertCommand;
import dev.perfagent.alert.AlertLog;
import dev.perfagent.alert.Annotations;
import dev.perfagent.alert.Console;
import dev.perfagent.alert.JobSummary;
import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertOrigin;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.Channel;
import dev.perfagent.threshold.Notification;
import java.io.File;
import java.io.IOException;
import java.util.List;

/** Sends the alerts of a run to their channels. Loaded only when there is one to send, and each channel only when it is used. */
final class AlertSender {
    private final AgentOutput output;

    AlertSender(AgentOutput output) {
        this.output = output;
    }

    /**
     * Sends alerts of that run; the channels of each being those of its policy.
     *
     * @param command see {@link dev.perfagent.threshold.Notification#command}
     */
    void send(Run run, List<Alert> alerts, AlertPolicies policies, List<String> command) {
        List<Alert> toConsole = policies.on(Channel.CONSOLE, alerts);
        if (!output.quiet() && !toConsole.isEmpty()) {
            Console.of(output.console()).say(toConsole);
        }
        List<Alert> toLog = policies.on(Channel.LOG, alerts);
        if (!toLog.isEmpty()) {
            try {
                new AlertLog(output.home().resolve("alerts.log")).append(run, toLog);
            } catch (IOException failure) {
                output.log().report("alerts could not be logged", failure);
            }
        }
        List<Alert> toGitHub = policies.on(Channel.GITHUB, alerts);
        if (!toGitHub.isEmpty() && "true".equals(System.getenv("GITHUB_ACTIONS"))) {
            sendToGitHub(run, toGitHub);
        }
        List<Alert> toCommand = policies.on(Channel.COMMAND, alerts);
        if (!toCommand.isEmpty() && !command.isEmpty()) {
            sendToCommand(run, toCommand, command);
        }
    }

    /**
     * The exit code that the run's alerts ask for, which is printed because nothing else would say why; 0 when they ask for
     * none. What a cool-down keeps back asks too: it is not over.
     */
    int exitCode(Run run, Notification notification) {
        Severity least = notification.failOn();
        Severity worst = null;
        for (Alert alert : run.alerts()) {
            if (least != null
                    && alert.severity().compareTo(least) >= 0
                    && (worst == null || alert.severity().compareTo(worst) > 0)) {
                worst = alert.severity();
            }
        }
        if (worst == null) {
            return 0;
        }
        if (!output.quiet() && run.outcome() == Outcome.SUCCESS) {
            Console.of(output.console())
                    .remark("this process ends with exit code " + notification.exitCode() + ", because there is a "
                            + worst.text() + " alert (fail_on in alerts.yml)");
        }
        return notification.exitCode();
    }

    private void sendToGitHub(Run run, List<Alert> alerts) {
        if (!output.quiet()) {
            Annotations.of(output.console()).say(run.application(), alerts);
        }
        String summary = System.getenv("GITHUB_STEP_SUMMARY");
        if (summary == null || summary.isEmpty()) {
            return;
        }
        try {
            new JobSummary(new File(summary)).append(run, alerts);
        } catch (IOException failure) {
            output.log().report("alerts could not be added to the job summary", failure);
        }
    }

    private void sendToCommand(Run run, List<Alert> alerts, List<String> command) {
        try {
            new AlertCommand(command, output.home().resolve("outbox")).start(AlertOrigin.of(run), alerts);
        } catch (IOException failure) {
            String what = "the command for alerts, '" + command.get(0) + "' in alerts.yml, could not be started";
            output.log().report(what, failure);
            if (!output.quiet()) {
                Console.of(output.console()).remark(what.concat("; agent.log says why"));
            }
        }
    }
}
