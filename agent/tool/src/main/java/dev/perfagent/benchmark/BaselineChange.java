package dev.perfagent.benchmark;

import dev.perfagent.statistics.Bands;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.Question;
import dev.perfagent.statistics.Sample;
import dev.perfagent.statistics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A command's times now and earlier. They were not measured in turns, so they are compared as {@code compare} does.
 *
 * @param source where the earlier times are from
 */
public record BaselineChange(String command, String source, Comparison comparison) {
    /**
     * Of all commands that were measured earlier, too.
     *
     * @param tolerance how much slower a command may get, as a part
     */
    public static List<BaselineChange> of(
            BenchmarkResult result, SavedTimes saved, ToDoubleFunction<TimedCommand> tolerance) {
        List<String> names = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (CommandResult command : result.commands()) {
            Sample before = saved.times().get(command.command().name());
            if (before != null) {
                names.add(command.command().name());
                Bands bands = Bands.WITHOUT_FLOOR.withTolerance(tolerance.applyAsDouble(command.command()));
                questions.add(
                        new Question(Statistic.MEDIAN, before, command.runs().sample(), bands));
            }
        }
        List<Comparison> answers = Comparison.ofAll(questions);
        List<BaselineChange> changes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            changes.add(new BaselineChange(names.get(i), saved.source(), answers.get(i)));
        }
        return changes;
    }
}
