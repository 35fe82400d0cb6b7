package dev.perfagent.generator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;

/** Writes a large history: {@code HOME [RUNS]}; a million runs in 90 days, about 1.5 GB, by default. */
public final class GeneratorMain {
    static final String USAGE = "Usage: GeneratorMain HOME [RUNS]\n"
            + "Writes a history of RUNS runs, by default 1000000 (1.5 GB), into HOME, which is made.";

    private static final int STANDARD_RUNS = 1_000_000;
    private static final int MOST_RUNS = 100_000_000;
    private static final int WRONG_USAGE = 2;

    private GeneratorMain() {}

    public static void main(String[] arguments) throws IOException {
        int code = run(arguments, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The exit code. */
    static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
        if (Arrays.asList(arguments).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        int runs = arguments.length == 2 ? runs(arguments[1]) : STANDARD_RUNS;
        boolean understood = arguments.length == 1 || arguments.length == 2;
        if (!understood || runs == 0 || arguments[0].isEmpty() || arguments[0].startsWith("-")) {
            err.println("not understood: " + String.join(" ", arguments) + "\n" + USAGE);
            return WRONG_USAGE;
        }
        out.println(large(runs).write(Path.of(arguments[0])));
        return 0;
    }

    /** 0 for what is no number of runs. */
    private static int runs(String given) {
        try {
            int runs = Integer.parseInt(given);
            return runs > 0 && runs <= MOST_RUNS ? runs : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Four commands on three machines, two of them busy, in the 90 days before 20 November 2026, with a regression. */
    public static Generator large(int runs) {
        LocalDate lastDay = LocalDate.of(2026, 11, 20);
        return Generator.seeded(42)
                .over(lastDay.minusDays(89), 90)
                .runs(runs)
                .command(Workload.of("batch", 1800)
                        .weight(3)
                        .requests(15)
                        .phase("data_fetching", 0.5)
                        .phase("processing", 0.3)
                        .phase("rendering", 0.1)
                        .influence("task_count", 10, 1000, 0.5))
                .command(Workload.of("status", 240).weight(5).requests(3).phase("data_fetching", 0.6))
                .command(Workload.of("setup complete", 5200).requests(40).phase("label_creation", 0.7))
                .command(Workload.of("render", 90).weight(1).phase("rendering", 0.8))
                .change(Change.on(lastDay.minusDays(29), "batch", 1.4)
                        .inPhase("data_fetching")
                        .withVersion("2.1.0"))
                .on(Machine.of("build-7").busy(0.6))
                .on(Machine.of("build-8").busy(0.2))
                .on(new Machine("laptop", "900150983cd24fb0", 1.3, ""))
                .killed(0.002)
                .failed(0.02)
                .cold(0.01)
                .malformed(7)
                .newer(3);
    }
}
