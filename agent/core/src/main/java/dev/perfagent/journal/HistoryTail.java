package dev.perfagent.journal;

import dev.perfagent.run.AgentCost;
import dev.perfagent.run.JsonWriter;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a command at the end of this host's history, as lines of {@link RecentRunsFile}. The history has lines that {@link
 * dev.perfagent.run.RunJson} wrote, so a value is found by its key; a text cannot be taken for one, for quotes in it are escaped.
 * What is not found that way is left out.
 */
final class HistoryTail {
    /** Some 80 runs a day; read once, when {@code recent/} is missing: 1 ms. */
    private static final int MOST_BYTES = 200 * 1024;

    private static final int MOST_DAYS = 2;

    private final Home home;
    private final String host;
    private final String application;
    private final String command;

    HistoryTail(Home home, Run run) {
        this.home = home;
        this.host = Journal.fileName(run.environment().host());
        this.application = member("application", run.application());
        this.command = member("command", run.command());
    }

    /** Oldest first, each with its line end. */
    String lines() {
        String[] days = home.resolve("history").list();
        if (days == null) {
            return "";
        }
        Arrays.sort(days);
        StringBuilder lines = new StringBuilder();
        int read = 0;
        for (int i = days.length - 1; i >= 0 && read < MOST_DAYS; i--) {
            File file = home.resolve("history/" + days[i] + '/' + host);
            if (days[i].startsWith("date=") && file.isFile()) {
                read++;
                lines.insert(0, lines(file));
            }
        }
        return lines.toString();
    }

    private String lines(File file) {
        String runs;
        try {
            runs = OwnerFile.tail(file, MOST_BYTES);
        } catch (IOException unreadable) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        int from = 0;
        for (int end = runs.indexOf('\n'); end >= 0; end = runs.indexOf('\n', from)) {
            String run = runs.substring(from, end);
            if (run.contains(application) && run.contains(command)) {
                append(run, lines);
            }
            from = end + 1;
        }
        return lines.toString();
    }

    private static void append(String run, StringBuilder lines) {
        int environment = run.indexOf("\"environment\":{");
        int self = run.indexOf("\"self\":{", Math.max(0, environment));
        String outcome = text(run, "outcome", 0);
        String fingerprint = text(run, "fingerprint", environment);
        String plan = text(run, "plan", self);
        double totalMs = number(run, "\"duration\":{\"total_ms\":");
        boolean damaged = environment < 0 || self < 0 || Double.isNaN(totalMs);
        if (damaged || outcome == null || fingerprint == null || plan == null) {
            return;
        }
        boolean success = outcome.equals(Outcome.SUCCESS.text());
        char end = success
                ? plan.equals(AgentCost.WARM) ? RecentRunsFile.SUCCESS : RecentRunsFile.COLD
                : RecentRunsFile.ERROR;
        String version = RecentRunsFile.version(text(run, "application_version", 0));
        double[] parts = {
            number(run, "\"cpu_wait_ms\":"),
            number(run, "\"thread_cpu_ms\":"),
            number(run, "\"cpu_time_ms\":"),
            number(run, "\"jvm_cpu_ms\":")
        };
        String gauge = RecentRunsFile.gauge(
                number(run, "\"gauge_ms\":"), number(run, "\"look_us\":"), text(run, "gauge_id", 0));
        lines.append(RecentRunsFile.line(fingerprint, totalMs, end, parts, gauge, version))
                .append('\n');
    }

    private static String member(String name, String value) {
        String object =
                new JsonWriter().open('{').name(name).text(value).close('}').toString();
        return object.substring(1, object.length() - 1);
    }

    /** A text without anything escaped in it: what is escaped is no version, fingerprint or outcome. */
    private static @Nullable String text(String run, String name, int from) {
        String key = '"' + name + "\":\"";
        int at = run.indexOf(key, Math.max(0, from));
        int end = at < 0 ? -1 : run.indexOf('"', at + key.length());
        return end < 0 ? null : run.substring(at + key.length(), end);
    }

    /** NaN when there is none. */
    private static double number(String run, String key) {
        int at = run.indexOf(key);
        int end = at < 0 ? -1 : run.indexOf(',', at);
        try {
            return end < 0 ? Double.NaN : Double.parseDouble(run.substring(at + key.length(), end));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
