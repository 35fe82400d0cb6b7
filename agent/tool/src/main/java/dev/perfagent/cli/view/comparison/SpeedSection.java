package dev.perfagent.cli.view.comparison;

import dev.perfagent.calibrate.SystemMeasure;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.view.system.SystemComparisonDocument;
import dev.perfagent.compare.CommandComparison;
import dev.perfagent.compare.Comparisons;
import dev.perfagent.compare.MachineSpeed;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How fast the machines of a comparison are, beside what was measured: evidence that changes no verdict. */
final class SpeedSection {
    private static final int MOST_PAIRS = 3;

    private final Comparisons comparisons;
    private final @Nullable SystemMeasure normalise;

    /** @param normalise the work by which times are shown divided, too; null for none */
    SpeedSection(Comparisons comparisons, @Nullable SystemMeasure normalise) {
        this.comparisons = comparisons;
        this.normalise = normalise;
    }

    /** @param machine a machine in words, by its fingerprint */
    void add(Section summary, UnaryOperator<String> machine) {
        List<MachineSpeed> speeds = comparisons.speeds();
        if (comparisons.acrossMachines() && speeds.isEmpty()) {
            summary.entry(
                    "their speed",
                    "not known: runs record it after 'system benchmark' was run on their machine",
                    Style.FAINT);
        }
        for (MachineSpeed speed : speeds.subList(0, Math.min(MOST_PAIRS, speeds.size()))) {
            String works = speed.works().stream()
                    .map(work -> SystemComparisonDocument.words(work.factor()) + " in "
                            + work.measure().words())
                    .collect(Collectors.joining("; "));
            summary.entry(
                    "their speed",
                    machine.apply(speed.current()) + " against " + machine.apply(speed.baseline()) + ": " + works);
        }
        if (speeds.size() > MOST_PAIRS) {
            summary.entry("", "and " + (speeds.size() - MOST_PAIRS) + " more pairs of machines");
        }
    }

    /** The change as measured, and divided by how much slower the machine is. */
    void add(CommandComparison command, Section section) {
        Double change = command.total().change();
        if (normalise == null || change == null) {
            return;
        }
        Double factor = comparisons.slowdown(normalise);
        section.entry(
                "normalised",
                factor == null
                        ? "not possible: it needs one machine on each side, and their scores of " + normalise.words()
                        : Amount.signedPercent(change, command.tolerance()) + " as measured, "
                                + Amount.signedPercent(normalised(change, factor), command.tolerance())
                                + " without the machines' difference in " + normalise.words()
                                + "; the verdict is on what was measured");
    }

    /** A change on a machine that takes this many times as long. */
    static double normalised(double change, double factor) {
        return (1 + change) / factor - 1;
    }
}
