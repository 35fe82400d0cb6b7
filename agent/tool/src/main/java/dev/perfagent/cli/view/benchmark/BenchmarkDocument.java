package dev.perfagent.cli.view.benchmark;

import dev.perfagent.benchmark.AgentFigures;
import dev.perfagent.benchmark.BaselineChange;
import dev.perfagent.benchmark.BenchmarkResult;
import dev.perfagent.benchmark.CommandResult;
import dev.perfagent.benchmark.Measurement;
import dev.perfagent.benchmark.Outlier;
import dev.perfagent.benchmark.PairResult;
import dev.perfagent.benchmark.SessionEnd;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.MedianInterval;
import dev.perfagent.statistics.PairedRatio;
import dev.perfagent.statistics.Ratio;
import dev.perfagent.statistics.Sample;
import dev.perfagent.threshold.Rating;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A benchmark for people, on one screen. */
public final class BenchmarkDocument {
    private static final int COLUMNS = 40;
    private static final int MOST_OUTLIERS = 3;

    private BenchmarkDocument() {}

    public static Document of(BenchmarkResult result, List<BaselineChange> changes) {
        Document document = new Document();
        for (CommandResult command : result.commands()) {
            command(command, document.section(command.command().name()));
        }
        if (!result.pairs().isEmpty()) {
            Section pairs = document.section("Result");
            result.pairs().forEach(pair -> pair(result, pair, pairs));
        }
        String source = "";
        Section section = document.section("");
        for (BaselineChange change : changes) {
            section = change.source().equals(source) ? section : document.section("Against " + change.source());
            source = change.source();
            change(change, section);
        }
        Section end = document.closing();
        int runs = result.commands().get(0).runs().runs().size();
        String count = result.pairs().isEmpty()
                ? Amount.counted(runs, "run", "runs")
                : Amount.counted(runs, "run", "runs") + " of each command, in random order";
        if (result.end() == SessionEnd.KNOWN || result.end() == SessionEnd.ITERATIONS) {
            end.paragraph(count + ".", Style.FAINT);
        } else {
            end.paragraph(count + "; ended because " + result.end().words() + ".", Style.WARNING);
        }
        return document;
    }

    private static void command(CommandResult command, Section section) {
        MedianInterval interval = command.interval();
        if (interval == null) {
            section.paragraph("No run was measured.", Style.WARNING);
            return;
        }
        List<Measurement> runs = command.runs().runs();
        Sample times = command.runs().sample();
        Times text = new Times(times.median());
        section.entry("mean", text.of(times.mean()) + " ± " + text.of(times.standardDeviation()));
        section.entry("median", text.of(times.median()) + interval(interval, text));
        section.entry("min … max", text.of(times.min()) + " … " + text.of(times.max()));
        section.entry("spread", Histogram.of(times, COLUMNS));
        section.entry("CPU", cpu(runs));
        section.entry("peak memory", memory(runs));
        agent(command.agent(), section);
        Rating rating = command.rating();
        section.entry("rating", rating == null ? "" : rating.text(), style(rating));
        outliers(command.outliers(), text, section);
        failures(runs, section);
    }

    private static void agent(@Nullable AgentFigures agent, Section section) {
        if (agent == null) {
            return;
        }
        List<String> parts = new ArrayList<>();
        add("command", Amount.millis(agent.commandMs()), parts);
        add("CPU", Amount.millis(agent.cpuMs()), parts);
        add("waited for a CPU", Amount.millis(agent.cpuWaitMs()), parts);
        add("GC", Amount.millis(agent.gcMs()), parts);
        add("peak heap", Amount.megabytes(agent.peakHeapMb()), parts);
        add("allocated", Amount.megabytes(agent.allocatedMb()), parts);
        add("classes", Amount.count(agent.classesLoaded()), parts);
        add("requests", Amount.count(agent.requests()), parts);
        section.entry("in the JVM", String.join(", ", parts));
        List<String> phases = new ArrayList<>();
        agent.phases().forEach((name, ms) -> add(name, Amount.millis(ms), phases));
        section.entry("phases", String.join(", ", phases));
    }

    private static void add(String name, String amount, List<String> parts) {
        if (!amount.equals(Amount.UNKNOWN)) {
            parts.add(name + " " + amount);
        }
    }

    private static void change(BaselineChange change, Section section) {
        Comparison comparison = change.comparison();
        String percent = Amount.signedPercent(comparison.change());
        Ratio ratio = comparison.ratio();
        Times text = new Times(comparison.baseline().median());
        Style style =
                switch (comparison.verdict()) {
                    case CRITICAL -> Style.BAD;
                    case WARNING -> Style.WARNING;
                    case IMPROVED -> Style.GOOD;
                    default -> Style.PLAIN;
                };
        section.item(
                change.command() + ": " + text.of(comparison.baseline().median()) + " then, "
                        + text.of(comparison.current().median()) + " now, " + percent
                        + (ratio == null
                                ? ""
                                : " (95 % interval " + Amount.signedPercent(ratio.low() - 1) + " … "
                                        + Amount.signedPercent(ratio.high() - 1) + ")")
                        + ": " + comparison.verdict().text(),
                style);
    }

    private static String interval(MedianInterval interval, Times text) {
        return Double.isFinite(interval.high())
                ? " (95 % interval " + text.of(interval.low()) + " … " + text.of(interval.high()) + ")"
                : "";
    }

    private static String cpu(List<Measurement> runs) {
        Double all = mean(runs, Measurement::cpuMs);
        Double user = mean(runs, Measurement::userMs);
        if (all == null || user == null) {
            return "";
        }
        Times text = new Times(all);
        Double waited = mean(runs, Measurement::cpuWaitMs);
        return text.of(all) + " a run (user " + text.of(user) + ", system " + text.of(all - user) + ")"
                + (waited == null ? "" : ", waited " + text.of(waited) + " for a CPU");
    }

    private static String memory(List<Measurement> runs) {
        Double mean = mean(runs, Measurement::peakMemoryMb);
        return mean == null ? "" : Amount.megabytes(mean);
    }

    /** Null when none is known. */
    static @Nullable Double mean(List<Measurement> runs, Function<Measurement, @Nullable Double> figure) {
        List<Double> known = new ArrayList<>();
        for (Measurement run : runs) {
            Double value = figure.apply(run);
            if (value != null) {
                known.add(value);
            }
        }
        return known.isEmpty() ? null : (Double) Sample.of(known).mean();
    }

    private static Style style(@Nullable Rating rating) {
        return rating == Rating.POOR ? Style.BAD : Style.PLAIN;
    }

    private static void outliers(List<Outlier> outliers, Times text, Section section) {
        for (int i = 0; i < Math.min(MOST_OUTLIERS, outliers.size()); i++) {
            Outlier outlier = outliers.get(i);
            String more = i == MOST_OUTLIERS - 1 && outliers.size() > MOST_OUTLIERS
                    ? "; " + (outliers.size() - MOST_OUTLIERS) + " more"
                    : "";
            section.entry(
                    i == 0 ? "outliers" : "",
                    "run " + outlier.run().number() + ": "
                            + text.of(outlier.run().wallMs()) + " ("
                            + outlier.reason().words() + ")" + more,
                    Style.WARNING);
        }
    }

    private static void failures(List<Measurement> runs, Section section) {
        long failed = runs.stream().filter(run -> !run.succeeded()).count();
        if (failed > 0) {
            section.entry("failed", Amount.counted(failed, "run", "runs"), Style.WARNING);
        }
    }

    private static void pair(BenchmarkResult result, PairResult pair, Section section) {
        String first = result.commands().get(0).command().name();
        String other = result.commands().get(pair.index()).command().name();
        PairedRatio ratio = pair.ratio();
        if (ratio == null) {
            section.paragraph("'" + other + "' was not compared: there is no pair of runs.", Style.WARNING);
            return;
        }
        switch (pair.verdict()) {
            case SLOWER -> faster(first, other, ratio, section);
            case FASTER -> faster(other, first, ratio.inverse(), section);
            case NO_DIFFERENCE_SHOWN ->
                section.paragraph(
                        "No difference shown between '" + first + "' and '" + other + "': the second took "
                                + RatioText.of(ratio) + " times as long (95 % interval " + RatioText.interval(ratio)
                                + ").",
                        Style.PLAIN);
        }
    }

    private static void faster(String fast, String slow, PairedRatio ratio, Section section) {
        section.paragraph(
                "'" + fast + "' ran " + RatioText.of(ratio) + " times faster than '" + slow + "' (95 % interval "
                        + RatioText.interval(ratio) + ").",
                Style.GOOD);
    }
}
