package dev.perfagent.analysis;

import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.EndpointTally;
import dev.perfagent.tally.MachineTally;
import dev.perfagent.tally.MemoryTally;
import dev.perfagent.tally.SampledRun;
import dev.perfagent.tally.StartupTally;
import dev.perfagent.tally.Tally;
import dev.perfagent.tally.TimeSeries;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Analyses runs that were added up by {@link Tally#samplingCollector}. */
public final class Analyzer {
    /** More commands than that are no focus; each takes some tenths of a second. */
    private static final int MOST_COMMANDS = 5;

    /** Machines on which change points are looked for. */
    private static final int MOST_MACHINES = 3;

    private final ZoneId zone;

    /** @param zone in which hours of the day are reported */
    public Analyzer(ZoneId zone) {
        this.zone = zone;
    }

    /** Of the commands that took most time. */
    public Analysis of(Tally tally, Scope scope) {
        List<Map.Entry<CommandName, CommandTally>> all = tally.commands();
        List<Map.Entry<CommandName, CommandTally>> chosen = all.subList(0, Math.min(MOST_COMMANDS, all.size()));
        FactorFinder factors = new FactorFinder(zone);
        Map<CommandName, List<SampledRun>> samples =
                tally.sample().stream().collect(Collectors.groupingBy(SampledRun::name));
        Map<CommandName, List<ChangeFinder>> courses = new HashMap<>();
        for (Map.Entry<CommandName, CommandTally> command : chosen) {
            List<ChangeFinder> found = courses(command.getValue());
            courses.put(command.getKey(), found);
            String main = command.getValue().machines().get(0).getKey();
            GradualChange drift = found.stream()
                    .filter(one -> one.fingerprint().equals(main))
                    .map(ChangeFinder::drift)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            factors.ask(
                    command.getKey(),
                    main,
                    drift,
                    isWithoutMachine(found),
                    samples.getOrDefault(command.getKey(), List.of()));
        }
        Map<CommandName, List<Factor>> answers = factors.answers();
        double totalMs = all.stream()
                .mapToDouble(command -> command.getValue().totalMs())
                .sum();
        List<CommandAnalysis> analyses = new ArrayList<>();
        for (Map.Entry<CommandName, CommandTally> command : chosen) {
            CommandName name = command.getKey();
            analyses.add(command(
                    name,
                    command.getValue(),
                    totalMs,
                    answers.getOrDefault(name, List.of()),
                    factors.asked(name),
                    courses.getOrDefault(name, List.of())));
        }
        Noise noise = NoiseFinder.of(
                tally.sample(), chosen.stream().map(Map.Entry::getKey).toList(), zone);
        return new Analysis(scope, tally.counts(), all.size(), analyses, noise);
    }

    private static boolean isWithoutMachine(List<ChangeFinder> courses) {
        return courses.stream().anyMatch(ChangeFinder::isWithoutMachine);
    }

    private static CommandAnalysis command(
            CommandName name,
            CommandTally tally,
            double totalMs,
            List<Factor> factors,
            int questions,
            List<ChangeFinder> courses) {
        List<TimeSeries> series = tally.machines().stream()
                .map(machine -> machine.getValue().series())
                .filter(one -> one.size() > 0)
                .toList();
        Sample times = TimeSeries.pooled(series);
        List<PhaseShare> phases = phases(tally);
        double inPhases = phases.stream().mapToDouble(PhaseShare::share).sum();
        return new CommandAnalysis(
                name,
                tally.counts(),
                series.size(),
                Timing.of(times),
                times.isEmpty() ? null : MachineUse.of(tally.contention()),
                tally.totalMs(),
                totalMs > 0 ? tally.totalMs() / totalMs : 0,
                phases,
                phases.isEmpty() ? null : (Double) Math.max(0, 1 - inPhases),
                tally.api().requests(),
                endpoints(tally),
                times.isEmpty() ? null : memory(tally.memory()),
                startup(tally.startup()),
                isWithoutMachine(courses),
                factors,
                questions,
                courses.stream()
                        .flatMap(course -> course.changes().stream())
                        .sorted(Comparator.comparing(Change::at))
                        .toList(),
                courses.stream()
                        .map(ChangeFinder::drift)
                        .filter(Objects::nonNull)
                        .toList(),
                courses.stream().flatMap(course -> course.patterns().stream()).collect(Collectors.toSet()),
                tally.slowest(),
                errors(tally));
    }

    private static List<PhaseShare> phases(CommandTally tally) {
        double runs = tally.counts().timed();
        double allocatedMb = tally.memory().allocatedMb();
        long allocatedRuns = tally.memory().allocatedRuns();
        List<PhaseShare> shares = new ArrayList<>();
        tally.phases().forEach((name, phase) -> {
            double phaseMb = phase.allocatedBytes() / MemoryTally.BYTES_PER_MB;
            shares.add(new PhaseShare(
                    name,
                    phase.runs(),
                    phase.wallMs(),
                    phase.wallMs() / runs,
                    tally.totalMs() > 0 ? phase.wallMs() / tally.totalMs() : 0,
                    phase.count() / runs,
                    allocatedRuns > 0 ? (Double) (phaseMb / allocatedRuns) : null,
                    allocatedMb > 0 ? (Double) (phaseMb / allocatedMb) : null));
        });
        shares.sort(Comparator.comparingDouble(PhaseShare::ms).reversed().thenComparing(PhaseShare::name));
        return shares;
    }

    private static List<EndpointShare> endpoints(CommandTally tally) {
        double runs = tally.counts().timed();
        Collection<EndpointTally> all = tally.api().endpoints().values();
        double requests = all.stream().mapToLong(EndpointTally::requests).sum();
        List<EndpointShare> shares = new ArrayList<>();
        tally.api()
                .endpoints()
                .forEach((name, endpoint) -> shares.add(new EndpointShare(
                        name,
                        endpoint.requests(),
                        endpoint.requests() / runs,
                        requests > 0 ? endpoint.requests() / requests : 0,
                        endpoint.ms() / runs,
                        tally.totalMs() > 0 ? endpoint.ms() / tally.totalMs() : 0,
                        endpoint.maxMs(),
                        endpoint.failures())));
        shares.sort(Comparator.comparingLong(EndpointShare::requests).reversed().thenComparing(EndpointShare::name));
        return shares;
    }

    private static MemoryFacts memory(MemoryTally memory) {
        boolean collected = memory.countedMs() > 0;
        return new MemoryFacts(
                memory.peaksMb().median(),
                memory.peaksMb().max(),
                memory.peakRssMb() > 0 ? (Double) memory.peakRssMb() : null,
                memory.allocatedRuns() > 0 ? (Double) (memory.allocatedMb() / memory.allocatedRuns()) : null,
                collected ? (Double) (memory.gcMs() / memory.countedMs()) : null,
                collected ? (Double) ((double) memory.gcCount() / memory.gcRuns()) : null);
    }

    private static @Nullable StartupTimes startup(StartupTally tally) {
        if (tally.runs() == 0) {
            return null;
        }
        Sample classes = Sample.of(tally.classes());
        double jvm = Math.min(1, tally.jvmSum() / tally.processSum());
        double command = Math.min(1 - jvm, tally.commandSum() / tally.processSum());
        return new StartupTimes(
                tally.runs(),
                Sample.of(tally.jvmMs()).median(),
                jvm,
                1 - jvm - command,
                command,
                classes.isEmpty() ? null : (Double) classes.median());
    }

    private List<ChangeFinder> courses(CommandTally tally) {
        List<ChangeFinder> found = new ArrayList<>();
        for (Map.Entry<String, MachineTally> machine : machines(tally)) {
            ChangeFinder course = course(machine, tally);
            if (course != null) {
                found.add(course);
            }
        }
        return found;
    }

    private @Nullable ChangeFinder course(Map.Entry<String, MachineTally> machine, CommandTally tally) {
        TimeSeries series = machine.getValue().series().comparable();
        TimeModel course = TimeModel.of(series, zone);
        return course == null ? null : new ChangeFinder(machine.getKey(), series, course, tally);
    }

    private static List<Map.Entry<String, MachineTally>> machines(CommandTally tally) {
        return tally.machines()
                .subList(0, Math.min(MOST_MACHINES, tally.machines().size()));
    }

    /**
     * When the times of one command changed, the oldest change first: on the machine with the most of its runs; where they did
     * not change there, on the next one on which they did.
     */
    public List<Change> changes(CommandTally tally) {
        for (Map.Entry<String, MachineTally> machine : machines(tally)) {
            ChangeFinder course = course(machine, tally);
            List<Change> changes = course == null ? List.of() : course.changes();
            if (!changes.isEmpty()) {
                return changes;
            }
        }
        return List.of();
    }

    private static List<ErrorGroup> errors(CommandTally tally) {
        List<ErrorGroup> groups = new ArrayList<>();
        tally.errors()
                .forEach((kind, error) -> groups.add(new ErrorGroup(
                        kind.type(),
                        kind.exitCode(),
                        error.runs(),
                        (double) error.runs() / tally.counts().runs(),
                        error.last(),
                        error.lastId(),
                        error.message())));
        groups.sort(Comparator.comparingLong(ErrorGroup::runs).reversed().thenComparing(ErrorGroup::type));
        return groups;
    }
}
