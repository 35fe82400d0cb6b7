package dev.perfagent.benchmark;

import dev.perfagent.machine.MachineTimes;
import dev.perfagent.prepare.StartedProgram;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts programs of this machine. */
public final class ProcessStarter implements Starter {
    private static final double NANOS_A_MS = 1e6;
    private static final File NOTHING_TO_DO = new File("/bin/true");
    private static final int REHEARSALS = 5;

    private final Surroundings surroundings;
    private final AgentLabels labels;
    private final Interruption interruption;

    /** @param labels what the agent is to record with each run, where it is in the command */
    public ProcessStarter(Surroundings surroundings, AgentLabels labels, Interruption interruption) {
        this.surroundings = surroundings;
        this.labels = labels;
        this.interruption = interruption;
    }

    /** Starts a program that does nothing, so that the first timed start does not wait for classes of the JVM. */
    public void rehearse() throws IOException {
        if (NOTHING_TO_DO.canExecute()) {
            for (int i = 0; i < REHEARSALS; i++) {
                run(new TimedCommand("", List.of(NOTHING_TO_DO.getPath())), 0);
            }
        }
    }

    @Override
    public Measurement run(TimedCommand command, int number) throws IOException {
        ProcessBuilder builder = builder(command.words(), surroundings.input());
        builder.environment().putAll(command.variables());
        builder.environment().putAll(labels.variables(surroundings.environment(), number));
        MachineTimes before = MachineTimes.now();
        ChildrenCpu cpuBefore = ChildrenCpu.now();
        long started = System.nanoTime();
        Process process = builder.start();
        interruption.current(process);
        try {
            ProcessWatch watch = new ProcessWatch(process);
            watch.untilEnd(process, started);
            double wallMs = (System.nanoTime() - started) / NANOS_A_MS;
            ChildrenCpu cpuAfter = ChildrenCpu.now();
            ChildrenCpu used = cpuBefore == null || cpuAfter == null ? null : cpuAfter.since(cpuBefore);
            return new Measurement(
                    number,
                    wallMs,
                    process.exitValue(),
                    used == null ? null : (Double) used.allMs(),
                    used == null ? null : (Double) used.userMs(),
                    watch.peakMemoryMb(),
                    watch.cpuWaitMs(),
                    MachineTimes.now().cpuPressureSince(before));
        } catch (InterruptedException e) {
            throw StartedProgram.interrupted(process);
        } finally {
            interruption.current(null);
        }
    }

    @Override
    public int step(List<String> words) throws IOException {
        Process process = builder(words, null).start();
        if (!interruption.isAsked()) { // what cleans up runs to its end
            interruption.current(process);
        }
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw StartedProgram.interrupted(process);
        } finally {
            interruption.current(null);
        }
    }

    private ProcessBuilder builder(List<String> words, @Nullable File input) {
        ProcessBuilder builder =
                StartedProgram.builder(words, surroundings.environment()).directory(surroundings.directory());
        if (surroundings.showOutput()) {
            builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        }
        return input == null ? builder : builder.redirectInput(input);
    }
}
