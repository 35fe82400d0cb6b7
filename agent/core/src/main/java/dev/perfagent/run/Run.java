package dev.perfagent.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of one execution: the outermost entry of a command.
 *
 * @param executionId unique, sorts by start time
 * @param startMillis start, milliseconds since the epoch
 * @param endMillis end, milliseconds since the epoch
 * @param command sub-commands joined by a space; the application's name when it has none
 * @param options names of the options given, never their values
 * @param exitCode null where it cannot be known
 * @param gitHubApi null when no request went to GitHub
 * @param http null when HTTP was not observed
 * @param caches null when caches were not observed
 * @param processes null when child processes were not observed
 * @param context captured values: Number, Boolean or String
 */
public record Run(
        String executionId,
        long startMillis,
        long endMillis,
        String application,
        @Nullable String applicationVersion,
        String command,
        List<String> options,
        Outcome outcome,
        @Nullable Integer exitCode,
        @Nullable Failure error,
        Duration duration,
        ResourceUsage resourceUsage,
        @Nullable GitHubApi gitHubApi,
        @Nullable List<HttpHost> http,
        @Nullable List<Cache> caches,
        @Nullable List<ProcessUse> processes,
        Map<String, Object> context,
        Environment environment,
        AgentCost self,
        List<Alert> alerts) {
    /** The version of the JSON form. */
    public static final int SCHEMA = 1;

    /** Label of a run that a profiler watched, which took part of its time. */
    public static final String PROFILED = "profiled";

    /** Label of a run that was made to time it, many times in a row. */
    public static final String BENCHMARK = "benchmark";

    public Run {
        options = List.copyOf(options);
        http = http == null ? null : List.copyOf(http);
        caches = caches == null ? null : List.copyOf(caches);
        processes = processes == null ? null : List.copyOf(processes);
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
        alerts = List.copyOf(alerts);
    }

    /** Whether it was made to be measured, under other conditions than those of users: it is not compared with theirs. */
    public boolean isMadeToMeasure() {
        return isLabelled(context, PROFILED) || isLabelled(context, BENCHMARK);
    }

    /** Whether a run with that context has that label, with any value but {@code false}. */
    public static boolean isLabelled(Map<String, ?> context, String label) {
        Object value = context.get(label);
        return value != null && !"false".equals(value.toString());
    }

    /** This run with what the judge found. */
    public Run withAlerts(List<Alert> found) {
        return with(outcome, exitCode, found);
    }

    /** This run as it ended after all. */
    public Run endedWith(int code, Outcome how) {
        return with(how, code, alerts);
    }

    private Run with(Outcome how, @Nullable Integer code, List<Alert> found) {
        return new Run(
                executionId,
                startMillis,
                endMillis,
                application,
                applicationVersion,
                command,
                options,
                how,
                code,
                error,
                duration,
                resourceUsage,
                gitHubApi,
                http,
                caches,
                processes,
                context,
                environment,
                self,
                found);
    }
}
