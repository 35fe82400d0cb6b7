package dev.perfagent.record;

import dev.perfagent.application.Application;
import dev.perfagent.machine.EnvironmentReader;
import dev.perfagent.machine.Machine;
import dev.perfagent.machine.PerfData;
import dev.perfagent.machine.ProcessStat;
import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Contention;
import dev.perfagent.run.Duration;
import dev.perfagent.run.Environment;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.run.Run;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the immutable run of a recording. */
public final class RunAssembler {
    private static final double BYTES_PER_MB = 1024 * 1024;
    private static final double NANOS_PER_MS = 1e6;

    /** What some give as their program's name, for the usage to read well. */
    private static final String JAVA = "java ";

    /** The command of a run that is a while of a JVM; that the figures of commands are not compared with it. */
    private static final String PART = "attached";

    private final Settings settings;
    private final Application application;
    private final Clock clock;
    private final StartFacts start;
    private @Nullable Environment environment;

    public RunAssembler(Settings settings, Application application, Clock clock, StartFacts start) {
        this.settings = settings;
        this.application = application;
        this.clock = clock;
        this.start = start;
    }

    /**
     * The run of a recording that has ended, or of one that goes on, as it would be if it ended now.
     *
     * @param goesOn whether it goes on: then the run is one that was killed now
     * @param assembledFrom when assembling began, for what the agent says of its own cost; nanoseconds
     */
    public synchronized Run run(Recording recording, boolean goesOn, long hookCalls, long assembledFrom) {
        long endNanos = recording.commandEnded ? recording.endNanos : clock.nanos();
        // The clock on the wall may have been set meanwhile: the end is the start and what the run took.
        long endMillis = recording.startMillis() + Math.round((endNanos - recording.startNanos()) / NANOS_PER_MS);
        ProcessStat stat = recording.commandEnded ? recording.endStat : ProcessStat.now();
        PerfData perf = recording.commandEnded ? recording.endPerf : PerfData.of(stat);
        if (perf != null && perf.hasOtherLoaders()) {
            start.otherLoadersSeen();
        }
        return new Run(
                ExecutionId.of(recording.startMillis(), recording.startNanos()),
                recording.startMillis(),
                endMillis,
                applicationName(recording),
                settings.applicationVersion() == null ? application.version() : settings.applicationVersion(),
                commandName(recording),
                recording.options,
                goesOn ? Outcome.KILLED : recording.outcome(),
                goesOn ? null : recording.exitCode(),
                goesOn ? null : recording.failureAtEnd(),
                duration(recording, endNanos, perf),
                resources(recording, endNanos, perf),
                settings.observe().http() ? recording.gitHubApi(endNanos) : null,
                settings.observe().http() ? recording.httpHosts() : null,
                settings.observe().caches() ? recording.cachesRead() : null,
                settings.observe().processes() ? recording.processUses(endNanos) : null,
                context(recording),
                environment(stat == null ? null : (Long) stat.pid()),
                new AgentCost(
                        start.agentVersion(),
                        start.isWarm() ? AgentCost.WARM : AgentCost.COLD,
                        start.premainMs(),
                        start.weaveMs(),
                        start.watchedMs(),
                        start.watchedMs() != null && start.hasOtherLoaders(),
                        (clock.nanos() - assembledFrom) / NANOS_PER_MS,
                        hookCalls),
                List.of());
    }

    /** Read once: it stays the same while a process lives. */
    private Environment environment(@Nullable Long pid) {
        Environment read = environment;
        if (read == null) {
            read = EnvironmentReader.read(start.scores(), pid);
            environment = read;
        }
        return read;
    }

    private Map<String, Object> context(Recording recording) {
        Map<String, Object> context = new LinkedHashMap<>(start.labels());
        context.putAll(recording.context());
        return context;
    }

    private String applicationName(Recording recording) {
        if (settings.application() != null) {
            return settings.application();
        }
        String program = recording.program;
        if (program != null && !program.isBlank() && !program.startsWith(JAVA)) {
            return program;
        }
        return application.name();
    }

    private String commandName(Recording recording) {
        if (recording.isPart) {
            return PART;
        }
        return recording.command == null ? applicationName(recording) : recording.command;
    }

    private Duration duration(Recording recording, long endNanos, @Nullable PerfData perf) {
        Long jvmStart = perf == null ? null : perf.startMillis();
        Double beforeUs = jvmStart == null ? null : start.msSince(jvmStart);
        List<Phase> phases = new ArrayList<>();
        for (Totals totals : recording.phases()) {
            Phase phase = totals.phase(endNanos);
            if (phase.ms() >= minMs(phase.name())) {
                phases.add(phase);
            }
        }
        return new Duration(
                (endNanos - recording.startNanos()) / NANOS_PER_MS,
                beforeUs == null ? null : Double.valueOf(beforeUs + start.msUntil(clock.nanos())),
                beforeUs,
                start.mainClassMs(),
                sinceJvmStart(beforeUs, recording.mainNanos),
                sinceJvmStart(beforeUs, recording.isFirst ? recording.startNanos() : 0),
                phases);
    }

    /** Null when it is not known, or did not happen in this recording. */
    private @Nullable Double sinceJvmStart(@Nullable Double beforeUs, long nanos) {
        return beforeUs == null || nanos == 0 ? null : Double.valueOf(beforeUs + start.msUntil(nanos));
    }

    private double minMs(String phase) {
        double least = Double.MAX_VALUE;
        for (Rule rule : settings.rules()) {
            if (rule instanceof Rule.Phase of && of.name().equals(phase)) {
                least = Math.min(least, of.minMs());
            }
        }
        return least == Double.MAX_VALUE ? 0 : least;
    }

    private Contention gauged(Recording recording, long endNanos) {
        ContentionMeter meter = recording.contention;
        return start.gauge(meter.contention(), recording.startNanos(), endNanos, meter.mainCpuMs());
    }

    private ResourceUsage resources(Recording recording, long endNanos, @Nullable PerfData perf) {
        long heap = recording.commandEnded ? recording.endHeap : clock.heapBytes();
        if (!recording.commandEnded) {
            recording.heap.seen(heap, clock.nanos());
        }
        Long rss = Machine.peakRssBytes();
        // Of the first, all that the JVM has done counts, its start included.
        PerfData before = recording.startPerf();
        return new ResourceUsage(
                heap - recording.startHeap(),
                recording.heap.peakBytes() / BYTES_PER_MB,
                recording.heap.averageBytes() / BYTES_PER_MB,
                rss == null ? null : Double.valueOf(rss / BYTES_PER_MB),
                recording.allocatedBytes,
                recording.cpuMs(),
                since(perf == null ? null : perf.gcCount(), before == null ? null : before.gcCount()),
                since(perf == null ? null : perf.gcMs(), before == null ? null : before.gcMs()),
                recording.ioOperations(),
                perf == null ? null : perf.classesLoaded(),
                perf == null ? null : perf.classesShared(),
                since(perf == null ? null : perf.jitMs(), before == null ? null : before.jitMs()),
                perf == null ? null : perf.threadsPeak(),
                gauged(recording, endNanos));
    }

    private static @Nullable Long since(@Nullable Long now, @Nullable Long before) {
        return now == null || before == null ? now : Long.valueOf(now - before);
    }

    private static @Nullable Double since(@Nullable Double now, @Nullable Double before) {
        return now == null || before == null ? now : Double.valueOf(now - before);
    }
}
