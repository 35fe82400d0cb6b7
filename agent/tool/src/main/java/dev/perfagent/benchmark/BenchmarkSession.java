package dev.perfagent.benchmark;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs the commands of a plan block by block, until enough is known of them. */
public final class BenchmarkSession {
    /** The exit code of a program that a signal ended is 128 and the number of the signal. */
    private static final int FIRST_SIGNAL = 129;

    /** A JVM learns of Ctrl-C within milliseconds; on a busy machine within some more. */
    private static final int LOOKS = 50;

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final BenchmarkPlan plan;
    private final Starter starter;
    private final Random random;
    private final LongSupplier nanoTime;
    private final BooleanSupplier interrupted;
    private final Watcher watcher;
    private final List<List<Measurement>> runs = new ArrayList<>();
    private int started;

    /** Is called with how far it has come. */
    public interface Watcher {
        /** Nobody. */
        Watcher NOBODY = text -> {};

        /** What is done now, in words. */
        void at(String text);
    }

    /**
     * @param random decides the order of the commands in a block
     * @param nanoTime a clock that only goes forwards
     * @param interrupted whether the user asked for the end
     */
    public BenchmarkSession(
            BenchmarkPlan plan,
            Starter starter,
            Random random,
            LongSupplier nanoTime,
            BooleanSupplier interrupted,
            Watcher watcher) {
        this.plan = plan;
        this.starter = starter;
        this.random = random;
        this.nanoTime = nanoTime;
        this.interrupted = interrupted;
        this.watcher = watcher;
        plan.commands().forEach(command -> runs.add(new ArrayList<>()));
    }

    /**
     * Runs it to its end.
     *
     * @param session its id
     * @throws CommandFailedException when a command fails that must not
     * @throws IOException when a command cannot be started
     */
    public BenchmarkResult run(String session, Instant start) throws IOException {
        StoppingRule rule = new StoppingRule(plan);
        step("--setup", plan.steps().setup());
        SessionEnd end;
        try {
            warmUp();
            end = blocks(rule);
        } finally {
            step("--cleanup", plan.steps().cleanup());
        }
        List<double[]> times = times();
        List<CommandResult> commands = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<Measurement> of = runs.get(i);
            commands.add(new CommandResult(
                    new CommandRuns(plan.commands().get(i), of),
                    of.isEmpty() ? null : rule.median(times.get(i)),
                    Outlier.of(of),
                    null,
                    null));
        }
        return new BenchmarkResult(session, start, end, commands, rule.results(times));
    }

    private void warmUp() throws IOException {
        for (int i = 0; i < plan.warmups() && !interrupted.getAsBoolean(); i++) {
            watcher.at("Warm-up " + (i + 1) + " of " + plan.warmups());
            for (TimedCommand command : plan.commands()) {
                one(command, 0);
            }
        }
    }

    private SessionEnd blocks(StoppingRule rule) throws IOException {
        BlockOrder order = new BlockOrder(plan.commands().size(), random);
        long begin = nanoTime.getAsLong();
        while (!interrupted.getAsBoolean()) {
            if (!block(order.next())) {
                break;
            }
            SessionEnd end = rule.after(times());
            if (end != null) {
                return end;
            }
            long passed = nanoTime.getAsLong() - begin;
            if (passed >= plan.maxTime().toNanos()) {
                return SessionEnd.MAX_TIME;
            }
            watcher.at(progress(runs.get(0), passed));
        }
        return SessionEnd.INTERRUPTED;
    }

    /** Each command once; false when the user ended it, and then none of the block counts. */
    private boolean block(List<Integer> order) throws IOException {
        List<@Nullable Measurement> of = new ArrayList<>();
        plan.commands().forEach(command -> of.add(null));
        for (int index : order) {
            started++;
            Measurement run = one(plan.commands().get(index), started);
            if (isInterrupted(run.exitCode())) {
                return false;
            }
            of.set(index, run);
        }
        for (int i = 0; i < of.size(); i++) {
            Measurement run = of.get(i);
            if (run != null) {
                runs.get(i).add(run);
            }
        }
        return true;
    }

    private Measurement one(TimedCommand command, int number) throws IOException {
        step("--prepare", Parameters.put(plan.steps().prepare(), command.parameters()));
        Measurement run = starter.run(command, number);
        step("--conclude", Parameters.put(plan.steps().conclude(), command.parameters()));
        if (!run.succeeded() && !plan.ignoreFailure() && !isInterrupted(run.exitCode())) {
            throw new CommandFailedException("'" + command.name() + "' ended with exit code " + run.exitCode()
                    + "; --show-output shows what it printed, --ignore-failure times it all the same");
        }
        return run;
    }

    private void step(String option, List<String> words) throws IOException {
        if (words.isEmpty()) {
            return;
        }
        int exitCode = starter.step(words);
        if (exitCode != 0 && !isInterrupted(exitCode)) {
            throw new CommandFailedException(
                    option + " '" + String.join(" ", words) + "' ended with exit code " + exitCode);
        }
    }

    /**
     * Whether the user wants the end. A terminal sends Ctrl-C to the command, too, and a command that failed may have heard of it
     * sooner than we do: so that is waited for, unless failures are usual and this one does not look like a signal.
     */
    private boolean isInterrupted(int exitCode) {
        boolean mayBe = exitCode >= FIRST_SIGNAL || exitCode != 0 && !plan.ignoreFailure();
        for (int i = 0; mayBe && i < LOOKS && !interrupted.getAsBoolean(); i++) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return interrupted.getAsBoolean();
    }

    private List<double[]> times() {
        List<double[]> times = new ArrayList<>();
        for (List<Measurement> of : runs) {
            times.add(of.stream().mapToDouble(Measurement::wallMs).toArray());
        }
        return times;
    }

    private String progress(List<Measurement> first, long passed) {
        Integer iterations = plan.iterations();
        return "Run " + first.size() + (iterations == null ? "" : " of " + iterations)
                + (runs.size() == 1 ? "" : ", each of " + runs.size() + " commands") + "; " + passed / 1_000_000_000
                + " s so far";
    }
}
