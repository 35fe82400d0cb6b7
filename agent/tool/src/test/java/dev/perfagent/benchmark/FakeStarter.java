package dev.perfagent.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Starts nothing: times come from a function. It keeps what was asked for, in that order. */
final class FakeStarter implements Starter {
    final List<String> log = new ArrayList<>();
    private final ToDoubleFunction<TimedCommand> timeMs;
    private double clockMs;

    FakeStarter(ToDoubleFunction<TimedCommand> timeMs) {
        this.timeMs = timeMs;
    }

    @Override
    public Measurement run(TimedCommand command, int number) {
        log.add(command.name());
        double ms = timeMs.applyAsDouble(command);
        clockMs += ms;
        int exitCode = command.words().contains("fail") ? 7 : 0;
        return new Measurement(number, ms, exitCode, 10.0, 5.0, null, null, 0.0);
    }

    @Override
    public int step(List<String> words) {
        log.add(String.join(" ", words));
        return words.contains("fail") ? 7 : 0;
    }

    long nanoTime() {
        return (long) (clockMs * 1e6);
    }
}
