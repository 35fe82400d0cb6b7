package dev.perfagent.agent;

import dev.perfagent.alert.AlertCommand;
import dev.perfagent.alert.AlertLog;
import dev.perfagent.alert.Annotations;
import dev.perfagent.alert.Console;
import dev.perfagent.alert.JobSummary;
import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import dev.perfagent.run.Alert;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.Channel;
import dev.perfagent.threshold.Notification;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Tells the alerts of a run on their channels. Loaded only when there is one to tell, and each channel only when it is used. */
final class Telling {
    private final boolean quiet;
    private final Home home;
    private final AgentLog log;
    private final PrintStream err;

    /**
     * For one process.
     *
     * @param quiet whether nothing is to be said on {@code err}
     * @param err standard error as the JVM opened it
     */
    Telling(boolean quiet, Home home, AgentLog log, PrintStream err) {
        this.quiet = quiet;
        this.home = home;
        this.log = log;
        this.err = err;
    }

    /**
     * Tells alerts of that run, the channels of each being those of its policy.
     *
     * @param command see {@link dev.perfagent.threshold.Notification#command}
     */
    void tell(Run run, List<Alert> alerts, AlertPolicies policies, List<String> command) {
        List<Alert> toConsole = policies.on(Channel.CONSOLE, alerts);
        if (!quiet && !toConsole.isEmpty()) {
            Console.of(err).say(toConsole);
        }
        List<Alert> toLog = policies.on(Channel.LOG, alerts);
        if (!toLog.isEmpty()) {
            try {
                new AlertLog(home.resolve("alerts.log")).append(run, toLog);
            } catch (IOException failure) {
                log.tell("alerts could not be logged", failure);
            }
        }
        List<Alert> toGitHub = policies.on(Channel.GITHUB, alerts);
        if (!toGitHub.isEmpty() && "true".equals(System.getenv("GITHUB_ACTIONS"))) {
            tellGitHub(run, toGitHub);
        }
        List<Alert> toCommand = policies.on(Channel.COMMAND, alerts);
        if (!toCommand.isEmpty() && !command.isEmpty()) {
            tellCommand(run, toCommand, command);
        }
    }

    /**
     * The exit code that the run's alerts ask for, which is told, for nothing else would say why; 0 when they ask for none. What a
     * cool-down keeps back asks too: it is not over.
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
        if (!quiet && run.outcome() == Outcome.SUCCESS) {
            Console.of(err)
                    .remark("this process ends with exit code " + notification.exitCode() + ", because there is a "
                            + worst.text() + " alert (fail_on in alerts.yml)");
        }
        return notification.exitCode();
    }

    private void tellGitHub(Run run, List<Alert> alerts) {
        if (!quiet) {
            Annotations.of(err).say(run.application(), alerts);
        }
        String summary = System.getenv("GITHUB_STEP_SUMMARY");
        if (summary == null || summary.isEmpty()) {
            return;
        }
        try {
            new JobSummary(new File(summary)).append(run, alerts);
        } catch (IOException failure) {
            log.tell("alerts could not be added to the job summary", failure);
        }
    }

    private void tellCommand(Run run, List<Alert> alerts, List<String> command) {
        try {
            new AlertCommand(command, home.resolve("outbox")).start(run, alerts);
        } catch (IOException failure) {
            String what = "the command for alerts, '" + command.get(0) + "' in alerts.yml, could not be started";
            log.tell(what, failure);
            if (!quiet) {
                Console.of(err).remark(what.concat("; agent.log says why"));
            }
        }
    }
}
