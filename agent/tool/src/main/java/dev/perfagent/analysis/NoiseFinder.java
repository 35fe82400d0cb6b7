package dev.perfagent.analysis;

import dev.perfagent.statistics.GroupEffect;
import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.SampledRun;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out how noisy the machines are, and whose doing it is that times differ. */
final class NoiseFinder {
    private static final int MOST_RUNNERS = 20;

    /** A variance of fewer runs says little. */
    private static final int LEAST_RUNS = 10;

    /** From this share on a time says little about the tool; as in verdicts. */
    private static final double BUSY = 0.2;

    private static final double ALPHA = 0.01;

    /** A smaller difference between two hours of the day is not worth a sentence. */
    private static final double WORTH_SAYING = 0.05;

    private static final double P90 = 0.9;

    private NoiseFinder() {}

    /** @param commands those to look at, in their order */
    static Noise of(Collection<SampledRun> sample, List<CommandName> commands, ZoneId zone) {
        List<SampledRun> known = sample.stream()
                .filter(run -> run.machine().share() != null)
                .sorted(Comparator.comparing(SampledRun::start).thenComparing(SampledRun::lot))
                .toList();
        Map<Integer, List<SampledRun>> hours = known.stream()
                .collect(Collectors.groupingBy(
                        run -> run.start().atZone(zone).getHour(), TreeMap::new, Collectors.toList()));
        List<Noise.Hour> ofDay = hours.entrySet().stream()
                .filter(hour -> hour.getValue().size() >= GroupEffect.LEAST)
                .map(hour -> new Noise.Hour(
                        hour.getKey(),
                        hour.getValue().size(),
                        shares(hour.getValue()).median()))
                .toList();
        Map<CommandName, List<SampledRun>> byCommand = known.stream().collect(Collectors.groupingBy(SampledRun::name));
        return new Noise(
                sample.size(),
                known.size(),
                runners(known),
                ofDay,
                differ(hours, ofDay),
                commands.stream()
                        .map(name -> variation(name, byCommand.getOrDefault(name, List.of())))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static List<Noise.Runner> runners(List<SampledRun> known) {
        Map<List<String>, List<SampledRun>> byHost = known.stream()
                .collect(Collectors.groupingBy(
                        run -> List.of(Objects.requireNonNullElse(run.machine().host(), ""), run.fingerprint())));
        Comparator<Noise.Runner> noisiest = Comparator.comparingDouble(runner -> -runner.medianShare());
        return byHost.entrySet().stream()
                .map(entry -> runner(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .sorted(noisiest.thenComparing(Noise.Runner::host).thenComparing(Noise.Runner::fingerprint))
                .limit(MOST_RUNNERS)
                .toList();
    }

    private static Noise.Runner runner(String host, String fingerprint, List<SampledRun> runs) {
        Sample shares = shares(runs);
        List<Double> throttled = runs.stream()
                .map(run -> run.machine().throttledMs())
                .filter(Objects::nonNull)
                .toList();
        long heldBack = throttled.stream().filter(ms -> ms > 0).count();
        long busy = runs.stream()
                .map(NoiseFinder::share)
                .filter(share -> share >= BUSY)
                .count();
        return new Noise.Runner(
                host,
                fingerprint,
                runs.size(),
                shares.median(),
                shares.quantile(P90),
                (double) busy / runs.size(),
                throttled.isEmpty() ? null : (Double) ((double) heldBack / throttled.size()));
    }

    private static boolean differ(Map<Integer, List<SampledRun>> hours, List<Noise.Hour> ofDay) {
        Map<String, List<Double>> groups = new TreeMap<>();
        hours.forEach((hour, runs) -> groups.put(
                String.valueOf(hour), runs.stream().map(NoiseFinder::share).toList()));
        GroupEffect effect = GroupEffect.of(groups);
        Sample medians =
                Sample.of(ofDay.stream().mapToDouble(Noise.Hour::medianShare).toArray());
        return effect != null && effect.pValue() < ALPHA && medians.max() - medians.min() >= WORTH_SAYING;
    }

    /**
     * The logarithm of a time is that of its own part plus that of its ratio to it, so its variance is the sum of its covariances
     * with both: no part of it is left over, and none counts twice.
     */
    private static Noise.@Nullable Variation variation(CommandName name, List<SampledRun> runs) {
        Map<String, List<SampledRun>> machines = runs.stream()
                .filter(run -> run.ms() > 0 && run.machine().activeMs() > 0)
                .collect(Collectors.groupingBy(SampledRun::fingerprint));
        double ofTime = 0;
        double ofOwn = 0;
        double together = 0;
        int counted = 0;
        int freedom = 0;
        for (List<SampledRun> machine : machines.values()) {
            double meanTime = machine.stream()
                    .mapToDouble(run -> Math.log(run.ms()))
                    .average()
                    .orElse(0);
            double meanOwn = machine.stream()
                    .mapToDouble(run -> Math.log(run.machine().activeMs()))
                    .average()
                    .orElse(0);
            for (SampledRun run : machine) {
                double time = Math.log(run.ms()) - meanTime;
                double own = Math.log(run.machine().activeMs()) - meanOwn;
                ofTime += time * time;
                ofOwn += own * own;
                together += time * own;
            }
            counted += machine.size();
            freedom += machine.size() - 1;
        }
        if (counted < LEAST_RUNS || freedom < 1) {
            return null;
        }
        double ownPart = ofTime > 0 ? Math.max(0, Math.min(1, together / ofTime)) : 1;
        return new Noise.Variation(name, counted, Math.sqrt(ofTime / freedom), Math.sqrt(ofOwn / freedom), 1 - ownPart);
    }

    private static Sample shares(List<SampledRun> runs) {
        List<Double> shares = new ArrayList<>();
        runs.forEach(run -> shares.add(share(run)));
        return Sample.of(shares);
    }

    private static double share(SampledRun run) {
        return Objects.requireNonNullElse(run.machine().share(), 0.0);
    }
}
