package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.PushOptions;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.export.Form;
import dev.perfagent.export.push.Destination;
import dev.perfagent.export.push.PushResult;
import dev.perfagent.export.push.Pusher;
import dev.perfagent.export.push.Services;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.StoredRun;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Sends runs to a service and reports what came of it. */
final class RunSender {
    private static final String FOLDER = "export";

    private final Session session;
    private final Destination destination;
    private final List<Form> forms;
    private final boolean dryRun;
    private @Nullable IOException problem;

    private RunSender(Session session, Destination destination, List<Form> forms, boolean dryRun) {
        this.session = session;
        this.destination = destination;
        this.forms = forms;
        this.dryRun = dryRun;
    }

    /** @throws ParameterException if there is no such service, or what it needs is missing */
    static RunSender of(Session session, Format format, PushOptions push, CommandSpec spec) {
        try {
            return new RunSender(
                    session,
                    destination(format, push.endpoint(), session.environment()),
                    MetricWriter.forms(format),
                    push.isDryRun());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Destination destination(Format format, @Nullable String endpoint, Map<String, String> environment) {
        return switch (format) {
            case INFLUX -> Services.influx(endpoint, environment);
            case DATADOG -> Services.datadog(endpoint, environment);
            case NEWRELIC -> Services.newRelic(endpoint, environment);
            case OTLP -> Services.otlp(endpoint, environment);
            default ->
                throw new IllegalArgumentException(
                        "'" + format.text() + "' cannot be sent with --push; write it with --output");
        };
    }

    /** The exit code; null when no run fits. */
    @Nullable
    Integer send(StoredRuns stored, RunSelection selection) throws IOException {
        Path folder = session.newHome().resolve(FOLDER);
        if (dryRun) {
            return count(stored, selection, folder);
        }
        try (Pusher pusher = Pusher.to(destination, forms, folder, session.clock())) {
            Thread atEnd = new Thread(pusher::stop, "perf-agent push end");
            Runtime.getRuntime().addShutdownHook(atEnd);
            try {
                return send(stored, selection, pusher);
            } finally {
                forget(atEnd);
            }
        }
    }

    private static void forget(Thread atEnd) {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException endsAlready) {
            return; // it runs, and does no harm
        }
    }

    private @Nullable Integer send(StoredRuns stored, RunSelection selection, Pusher pusher) throws IOException {
        List<StoredRun> batch = new ArrayList<>();
        boolean[] any = {false};
        stored.read(selection, run -> {
            any[0] = true;
            batch.add(run.run());
            if (batch.size() == MetricWriter.RUNS_AT_ONCE) {
                send(batch, pusher);
            }
        });
        send(batch, pusher);
        if (problem != null) {
            throw problem;
        }
        return any[0] ? (Integer) report(pusher.result()) : null;
    }

    private void send(List<StoredRun> batch, Pusher pusher) {
        if (problem == null) {
            try {
                pusher.send(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                problem = new InterruptedIOException("interrupted");
            } catch (IOException e) {
                problem = e;
            }
        }
        batch.clear();
    }

    private int report(PushResult result) {
        result.notes().forEach(note -> session.report("perf-agent: " + destination + ": " + note));
        session.report("Sent " + runs(result.sent()) + " to " + destination
                + (result.before() > 0 ? "; " + runs(result.before()) + " had been sent before" : "")
                + (result.refused() > 0 ? "; " + runs(result.refused()) + " refused" : ""));
        return result.refused() > 0 || !result.notes().isEmpty() ? ExitCode.AGAINST : ExitCode.FINE;
    }

    private @Nullable Integer count(StoredRuns stored, RunSelection selection, Path folder) throws IOException {
        Predicate<StoredRun> pending = Pusher.pending(destination, forms, folder);
        int[] counts = {0, 0};
        stored.read(selection, run -> counts[pending.test(run.run()) ? 1 : 0]++);
        if (counts[0] + counts[1] == 0) {
            return null;
        }
        session.report("Would send " + runs(counts[1]) + " to " + destination
                + (counts[0] > 0 ? "; " + runs(counts[0]) + " had been sent before" : ""));
        return ExitCode.FINE;
    }

    private static String runs(int count) {
        return Amount.counted(count, "run", "runs");
    }
}
