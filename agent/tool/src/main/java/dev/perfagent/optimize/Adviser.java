package dev.perfagent.optimize;

import dev.perfagent.tally.CommandName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns what runs need not have taken into advice, what saves most a day first. */
public final class Adviser {
    /** In fewer runs it may be chance. */
    private static final int LEAST_RUNS = 3;

    /** A smaller part of the command's time, or of its requests, is not worth the work. */
    private static final double WORTH_IT = 0.05;

    /** From this part of the process on, its start is worth an archive; and from so many classes on. */
    private static final double LONG_START = 0.2;

    private static final double MANY_CLASSES = 1000;

    private static final String ANY_PROGRAM = "-jar your-tool.jar";

    private final Function<String, @Nullable String> programs;

    /** @param programs what follows {@code java} to start an application; null when not known */
    public Adviser(Function<String, @Nullable String> programs) {
        this.programs = programs;
    }

    /** The advice in these areas. */
    public List<Advice> of(CostsByCommand habits, Set<Area> areas) {
        List<Advice> all = new ArrayList<>();
        habits.commands().forEach((name, habit) -> habit.wastes().forEach((key, waste) -> {
            if (areas.contains(key.cause().area()) && isWorthIt(key.cause(), waste, habit)) {
                all.add(advice(name, habit, key, waste, habits.days()));
            }
        }));
        all.sort(Comparator.comparingDouble(Advice::msPerDay)
                .thenComparingDouble(Advice::requestsPerDay)
                .thenComparingLong(Advice::runs)
                .reversed()
                .thenComparing(Advice::command)
                .thenComparing(Advice::cause)
                .thenComparing(Advice::subject));
        return all;
    }

    private static boolean isWorthIt(Cause cause, Waste waste, CommandCosts habit) {
        if (waste.runs() < LEAST_RUNS) {
            return false;
        }
        return switch (cause) {
            case NOT_AUTHENTICATED, SELDOM_HIT, NO_STATISTICS -> true;
            case SEARCH_PACE, RAPID_WRITES, AT_ONCE, MINUTE_POINTS, EARLY_RETRIES, POLL_INTERVAL, UNSTABLE_SORT -> true;
            case FORGOTTEN_ETAGS -> waste.count() >= WORTH_IT * habit.requests();
            case SLOW_START ->
                waste.ms() >= LONG_START * habit.processMs() && waste.count() >= MANY_CLASSES * waste.runs();
            default ->
                waste.ms() >= WORTH_IT * habit.totalMs()
                        || waste.requests() > 0 && waste.requests() >= WORTH_IT * habit.requests();
        };
    }

    private Advice advice(CommandName name, CommandCosts habit, CommandCosts.Key key, Waste waste, double days) {
        double runs = waste.runs();
        return new Advice(
                key.cause(),
                name,
                key.subject(),
                waste.runs(),
                habit.runs(),
                waste.requests() / runs,
                waste.ms() / runs,
                waste.requests() / days,
                waste.ms() / days,
                habit.medianMs(),
                waste.count() / runs,
                key.cause() == Cause.SLOW_START ? archive(name, habit.jdk()) : List.of());
    }

    private List<AdviceStep> archive(CommandName name, @Nullable String jdk) {
        String program = programs.apply(name.application());
        String file = name.application().replaceAll("[^A-Za-z0-9._-]", "_");
        return ArchiveSteps.steps(jdk, program == null ? ANY_PROGRAM : program, file.isEmpty() ? "tool" : file);
    }
}
