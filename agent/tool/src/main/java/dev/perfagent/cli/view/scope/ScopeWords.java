package dev.perfagent.cli.view.scope;

import dev.perfagent.analysis.Scope;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.view.run.ResourceSection;
import dev.perfagent.cli.view.run.RunWords;
import dev.perfagent.history.RunKind;
import dev.perfagent.tally.Counts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which runs a report is about, in words. */
public final class ScopeWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    /** To be said below times that are compared over a while. */
    public static final String BUSY_MACHINE =
            "The machine was busy. These times leave out waiting for a CPU, and allow for a"
                    + " CPU that was slower. Changes of less than 20% are not shown.";

    private ScopeWords() {}

    /** Such as {@code Performance of batch, 2026-11-13 11:00 to 2026-11-20 11:00}. */
    public static String title(String what, Scope scope, CommandLabels labels, ZoneId zone) {
        String application = scope.application() == null ? labels.application() : scope.application();
        String command = scope.command() == null ? "" : scope.command();
        String whose = RunWords.commandLine(application, command);
        Instant from = scope.from();
        Instant to = scope.to();
        String end = minute(to == null || to.isAfter(scope.generated()) ? scope.generated() : to, zone);
        return what + (whose.isEmpty() ? "" : " of " + whose)
                + (from == null ? ", whole history" : ", " + minute(from, zone)) + " to " + end;
    }

    /** Of which version and labels, such as {@code version 2.0.0, branch=main}; empty for all. */
    public static String kind(RunKind kind) {
        List<String> words = new ArrayList<>();
        if (kind.version() != null) {
            words.add("version " + kind.version());
        }
        kind.labels().forEach(label -> words.add(label.toString()));
        return String.join(", ", words);
    }

    /** From the first run to the last. */
    public static String span(@Nullable Instant first, @Nullable Instant last, ZoneId zone) {
        return first == null || last == null ? "" : minute(first, zone) + " to " + minute(last, zone);
    }

    /** How runs ended, with what share of them failed. */
    public static String ends(Counts counts) {
        return ResourceSection.list(
                Amount.count(counts.succeeded()) + " succeeded",
                counts.failed() == 0
                        ? ""
                        : Amount.count(counts.failed()) + " failed (" + share(counts.failed(), counts.runs()) + ")",
                counts.killed() == 0
                        ? ""
                        : Amount.count(counts.killed()) + " killed (" + share(counts.killed(), counts.runs()) + ")");
    }

    /** Which runs are left out of times. */
    public static String notTimed(Counts counts) {
        long failed = counts.failed() + counts.killed();
        return ResourceSection.list(
                counts.cold() == 0 ? "" : Amount.count(counts.cold()) + " cold",
                counts.profiled() == 0 ? "" : Amount.count(counts.profiled()) + " profiled",
                counts.benchmark() == 0 ? "" : Amount.count(counts.benchmark()) + " of benchmarks",
                failed == 0 ? "" : Amount.count(failed) + " failed or killed");
    }

    public static String minute(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }

    /** In a table: without the year where it is this one. */
    public static String shortTime(Instant time, Scope scope, ZoneId zone) {
        boolean thisYear =
                time.atZone(zone).getYear() == scope.generated().atZone(zone).getYear();
        return (thisYear ? THIS_YEAR : OTHER_YEAR).format(time.atZone(zone));
    }

    /** A part of a whole as a percentage. */
    public static String share(long part, long whole) {
        return Amount.percent((double) part / whole);
    }
}
