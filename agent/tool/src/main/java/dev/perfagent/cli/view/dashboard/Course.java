package dev.perfagent.cli.view.dashboard;

import dev.perfagent.analysis.Change;
import dev.perfagent.chart.Band;
import dev.perfagent.chart.Distribution;
import dev.perfagent.chart.DrawnRun;
import dev.perfagent.chart.DrawnRuns;
import dev.perfagent.chart.GrownPart;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.MachineTally;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One command over time.
 *
 * @param runs how many timed ones there are
 * @param machine the fingerprint that band and distribution are of: the one with the most timed runs
 * @param changedElsewhere whether the changes are of another machine
 * @param timesWithoutMachine whether the medians of changes are without the machine's part, because it was busy
 */
record Course(
        String application,
        String command,
        int runs,
        String machine,
        RunColumns drawn,
        Levels band,
        Steps distribution,
        boolean changedElsewhere,
        boolean timesWithoutMachine,
        List<Step> changes,
        List<Flame> flames) {
    static Course of(
            Map.Entry<CommandName, CommandTally> entry, DrawnRuns drawn, List<Change> changes, List<Flame> flames) {
        CommandName name = entry.getKey();
        CommandTally command = entry.getValue();
        Map.Entry<String, MachineTally> main = command.machines().get(0);
        Map.Entry<String, MachineTally> changed = command.machines().stream()
                .filter(machine -> !changes.isEmpty()
                        && machine.getKey().equals(changes.get(0).fingerprint()))
                .findFirst()
                .orElse(main);
        List<DrawnRun> usual = drawn.usual(name);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            long from = i == 0 ? Long.MIN_VALUE : changes.get(i - 1).at().toEpochMilli();
            long to = i + 1 == changes.size()
                    ? Long.MAX_VALUE
                    : changes.get(i + 1).at().toEpochMilli();
            steps.add(Step.of(changes.get(i), GrownPart.of(changes.get(i), usual, from, to)));
        }
        return new Course(
                name.application(),
                name.command(),
                (int) command.counts().timed(),
                main.getKey(),
                RunColumns.of(drawn.runs(name), usual),
                Levels.of(Band.of(main.getValue().series())),
                Steps.of(Distribution.of(Sample.of(main.getValue().series().values()))),
                !changed.getKey().equals(main.getKey()),
                changed.getValue().series().comparable().isWithoutMachine(),
                steps,
                flames);
    }

    /** Of all runs on the machine, in equal pieces of time; null in a piece without runs. */
    record Levels(
            List<Long> at,
            List<Integer> runs,
            List<@Nullable BigDecimal> low,
            List<@Nullable BigDecimal> median,
            List<@Nullable BigDecimal> high) {
        static Levels of(List<Band.Piece> pieces) {
            List<@Nullable BigDecimal> low = new ArrayList<>();
            List<@Nullable BigDecimal> median = new ArrayList<>();
            List<@Nullable BigDecimal> high = new ArrayList<>();
            for (Band.Piece piece : pieces) {
                low.add(Decimals.of(piece.low()));
                median.add(Decimals.of(piece.median()));
                high.add(Decimals.of(piece.high()));
            }
            return new Levels(
                    pieces.stream().map(Band.Piece::middle).toList(),
                    pieces.stream().map(Band.Piece::runs).toList(),
                    low,
                    median,
                    high);
        }
    }

    /** How many runs took how long. */
    record Steps(@Nullable BigDecimal fromMs, @Nullable BigDecimal stepMs, List<Integer> runs) {
        static Steps of(Distribution distribution) {
            return new Steps(Decimals.of(distribution.from()), Decimals.of(distribution.step()), distribution.runs());
        }
    }

    /** From then on it took another time. */
    record Step(
            Instant at,
            String versionBefore,
            String versionAfter,
            boolean atRelease,
            @Nullable BigDecimal medianBeforeMs,
            @Nullable BigDecimal medianAfterMs,
            @Nullable BigDecimal change,
            @Nullable BigDecimal pValue,
            boolean slower,
            List<Part> parts) {
        static Step of(Change change, List<GrownPart> parts) {
            return new Step(
                    change.at(),
                    change.versionBefore(),
                    change.versionAfter(),
                    change.atRelease(),
                    Decimals.of(change.medianBefore()),
                    Decimals.of(change.medianAfter()),
                    Decimals.ratio(change.change()),
                    Decimals.ratio(change.pValue()),
                    change.isSlower(),
                    parts.stream().map(Part::of).toList());
        }
    }

    /** A part of the time, before and after a change. */
    record Part(
            String kind,
            String name,
            @Nullable BigDecimal beforeMs,
            @Nullable BigDecimal afterMs) {
        static Part of(GrownPart part) {
            return new Part(part.kind(), part.name(), Decimals.of(part.before()), Decimals.of(part.after()));
        }
    }
}
