package dev.perfagent.cli.view.comparison;

import dev.perfagent.calibrate.SystemMeasure;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.run.RunWords;
import dev.perfagent.compare.CommandComparison;
import dev.perfagent.compare.Comparisons;
import dev.perfagent.compare.MachineMismatch;
import dev.perfagent.compare.ResourceMeasure;
import dev.perfagent.compare.RunGroup;
import dev.perfagent.statistics.Bands;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.Sample;
import dev.perfagent.statistics.Statistic;
import dev.perfagent.tally.CommandName;
import dev.perfagent.threshold.Result;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comparison for people. */
public final class ComparisonDocument {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final int MOST_NAMES = 5;
    private static final int FINGERPRINT = 8;

    private final ZoneId zone;
    private final @Nullable SystemMeasure normalise;

    /**
     * @param zone in which days are shown
     * @param normalise the work of {@code system benchmark} by which times are shown divided, too; null for none
     */
    public ComparisonDocument(ZoneId zone, @Nullable SystemMeasure normalise) {
        this.zone = zone;
        this.normalise = normalise;
    }

    /** All of it. */
    public Document of(Comparisons comparisons) {
        Document document = new Document("Comparison of runs");
        Section summary = document.section("Compared");
        summary.entry("baseline", words(comparisons.baseline()));
        summary.entry("current", words(comparisons.current()));
        if (comparisons.inBoth() > 0) {
            summary.entry(
                    "in both",
                    Amount.counted(comparisons.inBoth(), "run; it counts", "runs; they count") + " as current only");
        }
        if (comparisons.acrossMachines()) {
            summary.entry(
                    "machines",
                    "runs of different machines are compared; that alone may make a difference",
                    Style.WARNING);
        }
        SpeedSection speed = new SpeedSection(comparisons, normalise);
        speed.add(summary, fingerprint -> known(fingerprint, comparisons));
        if (!comparisons.commands().isEmpty()) {
            summary.entry("verdict", verdict(comparisons), style(comparisons.verdict()));
        }
        for (CommandComparison command : comparisons.commands()) {
            add(command, comparisons, document, speed);
        }
        addRest(comparisons, document);
        return document;
    }

    private static String verdict(Comparisons comparisons) {
        Result worst = comparisons.verdict();
        String commands = comparisons.commands().stream()
                .filter(command -> command.verdict() == worst)
                .map(command -> name(command.command()))
                .distinct()
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return worst == Result.OK ? ComparisonWords.of(worst) : ComparisonWords.of(worst) + ": " + commands;
    }

    private String words(RunGroup group) {
        Instant from = group.from();
        Instant to = group.to();
        StringBuilder words =
                new StringBuilder(group.text()).append(": ").append(Amount.counted(group.size(), "run", "runs"));
        if (from != null && to != null) {
            String first = DAY.format(from.atZone(zone));
            String last = DAY.format(to.atZone(zone));
            words.append(first.equals(last) ? " of " + first : " of " + first + " to " + last);
        }
        if (!group.leftOut().isEmpty()) {
            words.append("; left out: ")
                    .append(group.leftOut().entrySet().stream()
                            .map(why -> Amount.count(why.getValue()) + " "
                                    + why.getKey().words())
                            .collect(Collectors.joining(", ")));
        }
        return words.toString();
    }

    private static void add(CommandComparison command, Comparisons comparisons, Document document, SpeedSection speed) {
        Section section = document.section(name(command.command()));
        Comparison total = command.total();
        section.entry(
                "runs", total.baseline().size() + " before, " + total.current().size() + " now");
        section.entry("machine", machine(command.machine(), comparisons));
        if (command.active() != null || command.isBusyUnknown()) {
            section.entry(
                    "machine's part",
                    share(command.machineBefore()) + " before, " + share(command.machineNow()) + " now");
        }
        speed.add(command, section);
        if (command.tolerance() != Bands.TOLERANCE) {
            section.entry("tolerance", Amount.percent(command.tolerance()));
        }
        section.columns(
                Column.elastic("WHAT"),
                Column.number("BEFORE"),
                Column.number("NOW"),
                Column.number("CHANGE"),
                Column.number("95%"),
                Column.number("P"),
                Column.text("VERDICT"));
        rows(command).forEach((what, comparison) -> row(what, comparison, section));
        rows(command).forEach((what, comparison) -> note(what, comparison, section));
        trusted(command, section);
        names("Phases only before", command.gone(), section);
        names("Phases only now", command.added(), section);
        if (command.elsewhere() > 0) {
            section.note(Amount.counted(command.elsewhere(), "run", "runs")
                    + " of other machines left out; --across-machines includes them.");
        }
    }

    /** Which times the verdict rests on, and why. */
    private static void trusted(CommandComparison command, Section section) {
        if (command.isByActiveTime()) {
            section.note("The machine was busy, so times on the clock do not count, nor the CPU time of the JVM's own"
                    + " threads; their verdicts are in brackets. Two lines count instead: the time without waiting for"
                    + " a CPU, and the application's CPU time.");
        } else if (command.isBusyUnknown()) {
            section.note(
                    "The machine was busy, but not all runs know how long they waited for a CPU, so times on the clock"
                            + " count. A baseline that an older version saved does not know it: save it again.");
        } else if (command.active() != null) {
            section.note("The machine was not busy, so times on the clock count; the verdict in brackets does not.");
        }
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "unknown" : Amount.percent(share);
    }

    /** In the order in which they are shown, by what they are about. */
    private static Map<Row, Comparison> rows(CommandComparison command) {
        Map<Row, Comparison> rows = new LinkedHashMap<>();
        boolean quiet = !command.isByActiveTime();
        rows.put(new Row("whole command", "ms", quiet), command.total());
        if (command.active() != null) {
            rows.put(new Row("  " + ResourceMeasure.ACTIVE_TIME.words(), "ms", !quiet), command.active());
        }
        if (command.p95() != null) {
            rows.put(new Row("  its p95", "ms", quiet), command.p95());
        }
        command.phases().forEach((phase, comparison) -> rows.put(new Row(phase, "ms", quiet), comparison));
        command.use()
                .forEach((use, comparison) ->
                        rows.put(new Row(use.words(), use.unit(), quiet || use != ResourceMeasure.CPU), comparison));
        return rows;
    }

    /**
     * What a line of the table is about.
     *
     * @param counts whether its verdict is part of the command's: on a busy machine that of times on the clock is not, else that
     *     of the time without waiting for a CPU
     */
    private record Row(String what, String unit, boolean counts) {
        String text(Sample sample, Statistic figure) {
            if (sample.isEmpty()) {
                return Amount.UNKNOWN;
            }
            double value = figure.of(sample);
            return switch (unit) {
                case "ms" -> Amount.millis(value);
                case "mb" -> Amount.megabytes(value);
                default -> ComparisonWords.number(value);
            };
        }
    }

    private static void row(Row row, Comparison comparison, Section section) {
        Style style = row.counts() ? style(comparison.verdict()) : Style.FAINT;
        Statistic figure = comparison.question().figure();
        section.row(
                Cell.of(row.what()),
                Cell.of(row.text(comparison.baseline(), figure)),
                Cell.of(row.text(comparison.current(), figure)),
                new Cell(ComparisonWords.change(comparison), style),
                Cell.of(ComparisonWords.interval(comparison)),
                Cell.of(ComparisonWords.pValue(comparison)),
                new Cell(
                        row.counts()
                                ? ComparisonWords.of(comparison, row.unit().equals("ms"))
                                : ComparisonWords.ofNotCounted(comparison),
                        style));
    }

    private static void note(Row row, Comparison comparison, Section section) {
        String needed = ComparisonWords.needed(comparison.needed());
        if (needed != null && row.counts()) {
            section.note(row.what().strip() + ": " + needed);
        }
    }

    private static void names(String what, List<String> phases, Section section) {
        if (!phases.isEmpty()) {
            String more = phases.size() > MOST_NAMES ? " and " + (phases.size() - MOST_NAMES) + " more" : "";
            section.note(what + ": " + String.join(", ", phases.subList(0, Math.min(MOST_NAMES, phases.size()))) + more
                    + ".");
        }
    }

    private static void addRest(Comparisons comparisons, Document document) {
        Section refused = document.section("Not compared: different machines");
        for (MachineMismatch refusal : comparisons.refusals()) {
            refused.entry(
                    name(refusal.command()),
                    "before on " + machines(refusal.baseline(), comparisons) + "; now on "
                            + machines(refusal.current(), comparisons));
        }
        refused.note("--across-machines compares them anyway.");
        Section alone = document.section("Not compared: one side only");
        alone.entry("baseline only", names(comparisons.onlyBaseline()));
        alone.entry("current only", names(comparisons.onlyCurrent()));
    }

    private static String names(List<CommandName> commands) {
        return commands.stream().map(ComparisonDocument::name).collect(Collectors.joining(", "));
    }

    private static String machines(List<String> fingerprints, Comparisons comparisons) {
        return fingerprints.stream()
                .map(fingerprint -> machine(fingerprint, comparisons))
                .collect(Collectors.joining(" and "));
    }

    private static String machine(String fingerprint, Comparisons comparisons) {
        return comparisons.acrossMachines() ? "" : known(fingerprint, comparisons);
    }

    private static String known(String fingerprint, Comparisons comparisons) {
        String words = comparisons.current().machines().getOrDefault(fingerprint, "");
        if (words.isEmpty()) {
            words = comparisons.baseline().machines().getOrDefault(fingerprint, "");
        }
        String id = fingerprint.substring(0, Math.min(FINGERPRINT, fingerprint.length()));
        if (id.isEmpty()) {
            return words.isEmpty() ? "not known" : words;
        }
        return words.isEmpty() ? id : words + " (" + id + ")";
    }

    private static String name(CommandName command) {
        return RunWords.commandLine(command.application(), command.command());
    }

    private static Style style(Result verdict) {
        return switch (verdict) {
            case IMPROVED -> Style.GOOD;
            case OK, BETTER, WORSE -> Style.PLAIN;
            case INCONCLUSIVE -> Style.FAINT;
            case WARNING -> Style.WARNING;
            case CRITICAL -> Style.BAD;
        };
    }
}
