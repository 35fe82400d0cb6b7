package dev.perfagent.generator;

import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.run.RunJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes a history as measured processes would, with medians, changes and correlations that are known. The same settings and
 * seed give the same bytes.
 *
 * <pre>{@code
 * Truth truth = Generator.seeded(42)
 *         .over(LocalDate.of(2026, 8, 23), 90)
 *         .runs(10_000)
 *         .command(Workload.of("batch", 1800).phase("data_fetching", 0.6).influence("task_count", 10, 1000, 0.5))
 *         .change(Change.on(LocalDate.of(2026, 10, 1), "batch", 1.4).withVersion("2.1.0"))
 *         .killed(0.01).failed(0.02).malformed(5).newer(3)
 *         .write(home);
 * }</pre>
 */
public final class Generator {
    private static final long DAY_MILLIS = 86_400_000L;

    private final long seed;
    private final List<Workload> workloads = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();
    private String application = "ghpm";
    private String version = "2.0.0";
    private LocalDate firstDay = LocalDate.of(2026, 11, 1);
    private int days = 10;
    private int runs = 1000;
    private double killed;
    private double failed;
    private double cold;
    private int malformed;
    private int newer;

    private Generator(long seed) {
        this.seed = seed;
    }

    /** One that makes a thousand runs of {@code batch} in ten days, unless told otherwise. */
    public static Generator seeded(long seed) {
        return new Generator(seed);
    }

    public Generator application(String name, String firstVersion) {
        application = name;
        version = firstVersion;
        return this;
    }

    /** The days in UTC. */
    public Generator over(LocalDate first, int count) {
        firstDay = first;
        days = count;
        return this;
    }

    /** How many in all, spread evenly over the days. */
    public Generator runs(int count) {
        runs = count;
        return this;
    }

    public Generator command(Workload workload) {
        workloads.add(workload);
        return this;
    }

    public Generator change(Change change) {
        changes.add(change);
        return this;
    }

    /** One of the machines, which take turns at random; without any there is one named {@code build-7}. */
    public Generator on(Machine machine) {
        machines.add(machine);
        return this;
    }

    /** Share of the runs that are killed: they stop after a random part of their time. */
    public Generator killed(double share) {
        killed = share;
        return this;
    }

    /** Share of the runs that end with an error: they stop after a random part of their time. */
    public Generator failed(double share) {
        failed = share;
        return this;
    }

    /** Share of the runs in which classes are woven, which takes 300 ms more. */
    public Generator cold(double share) {
        cold = share;
        return this;
    }

    /** How many lines are no complete run. */
    public Generator malformed(int lines) {
        malformed = lines;
        return this;
    }

    /** How many lines are of a later schema. */
    public Generator newer(int lines) {
        newer = lines;
        return this;
    }

    /** That many runs one millisecond after the other, without writing them. */
    public List<Run> runs(Instant first, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        RunMaker maker = maker(random);
        List<Run> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Machine machine = machines.get(random.nextInt(machines.size()));
            made.add(maker.run(first.plusMillis(i), workload(random), machine));
        }
        return made;
    }

    /** Writes it below that home. */
    public Truth write(Path home) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        RunMaker maker = maker(random);
        Truth.Count count = new Truth.Count();
        for (int day = 0; day < days; day++) {
            int ofDay = (int) ((long) runs * (day + 1) / days - (long) runs * day / days);
            writeDay(home, firstDay.plusDays(day), ofDay, maker, random, count);
        }
        writeOddLines(home, random, count);
        return count.truth();
    }

    private RunMaker maker(SplittableRandom random) {
        if (workloads.isEmpty()) {
            workloads.add(Workload.of("batch", 1800));
        }
        if (machines.isEmpty()) {
            machines.add(Machine.of("build-7"));
        }
        return new RunMaker(random, application, version, changes, failed, killed, cold);
    }

    private void writeDay(
            Path home, LocalDate day, int runsOfDay, RunMaker maker, SplittableRandom random, Truth.Count count)
            throws IOException {
        long midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        long[] starts = random.longs(runsOfDay, midnight, midnight + DAY_MILLIS).toArray();
        Arrays.sort(starts);
        Map<String, OutputStream> files = new HashMap<>();
        try {
            for (long start : starts) {
                Machine machine = machines.get(random.nextInt(machines.size()));
                Run run = maker.run(Instant.ofEpochMilli(start), workload(random), machine);
                byte[] line = (RunJson.line(run) + "\n").getBytes(StandardCharsets.UTF_8);
                OutputStream file = files.get(machine.host());
                if (file == null) {
                    file = open(file(home, day, machine));
                    files.put(machine.host(), file);
                }
                file.write(line);
                count(run, line.length, count);
            }
        } finally {
            for (OutputStream file : files.values()) {
                file.close();
            }
        }
    }

    private void writeOddLines(Path home, SplittableRandom random, Truth.Count count) throws IOException {
        for (int i = 0; i < malformed + newer; i++) {
            boolean torn = i < malformed;
            String line = torn
                    ? "{\"schema\":1,\"execution_id\":\"torn-" + i + "\",\"timestamp\":\"2026-1\n"
                    : "{\"schema\":2,\"execution_id\":\"newer-" + i + "\",\"what\":\"nobody knows\"}\n";
            Path file =
                    file(home, firstDay.plusDays(random.nextInt(days)), machines.get(random.nextInt(machines.size())));
            try (OutputStream out = open(file)) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
            count.bytes += line.length();
        }
        count.malformed = malformed;
        count.newer = newer;
    }

    private Workload workload(SplittableRandom random) {
        double left = random.nextDouble()
                * workloads.stream().mapToDouble(Workload::weight).sum();
        for (Workload workload : workloads) {
            left -= workload.weight();
            if (left < 0) {
                return workload;
            }
        }
        return workloads.get(workloads.size() - 1);
    }

    private static void count(Run run, int bytes, Truth.Count count) {
        count.runs++;
        count.bytes += bytes;
        count.killed += run.outcome() == Outcome.KILLED ? 1 : 0;
        count.failed += run.outcome() == Outcome.ERROR ? 1 : 0;
        count.cold += run.self().plan().equals("cold") ? 1 : 0;
        count.commands.merge(run.command(), 1L, Long::sum);
        count.totalMs.merge(run.command(), run.duration().totalMs(), Double::sum);
    }

    private static Path file(Path home, LocalDate day, Machine machine) {
        return home.resolve("history").resolve("date=" + day).resolve(machine.host() + ".ndjson");
    }

    private static OutputStream open(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16);
    }
}
