package dev.perfagent.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Times whole programs under every agent, interleaved, and writes the results. */
@CommandLine.Command(name = "startup-benchmark", mixinStandardHelpOptions = true, sortOptions = false)
public final class StartupBenchmark implements Callable<Integer> {
    @CommandLine.Option(names = "--pairs", defaultValue = "31", description = "Rounds that count (${DEFAULT-VALUE}).")
    private int pairs;

    @CommandLine.Option(names = "--jdk", description = "A JDK's folder; by default each found from 17 on.")
    private List<Path> jdks = new ArrayList<>();

    @CommandLine.Option(
            names = "--program",
            split = ",",
            defaultValue = "hello,hello-folder,ghpm,checkstyle,okhttp",
            description = "Any of ${DEFAULT-VALUE}.")
    private List<String> programs = new ArrayList<>();

    @CommandLine.Option(
            names = "--agents",
            split = ",",
            description = "Beginnings of contestants' names, such as 'perf-agent' or 'Elastic'; by default all."
                    + " No agent and the do-nothing agent always take part.")
    private List<String> agents = new ArrayList<>();

    @CommandLine.Option(names = "--out", description = "The results' folder; by default target/results.")
    private @Nullable Path out;

    private final Places places = Places.ofThisBuild();
    private final PrintStream err = System.err;

    /** Exits with 0 when the results are written. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StartupBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        List<Result> results = new ArrayList<>();
        Path folder = out == null ? places.target("results") : out;
        for (Jdk jdk : chosenJdks()) {
            for (String name : programs) {
                results.add(measure(jdk, Program.named(name, places)));
                Report.here(results).write(folder); // a long session that is cut short leaves what it has
            }
        }
        System.out.print(Report.here(results).markdown());
        return 0;
    }

    private List<Jdk> chosenJdks() {
        if (jdks.isEmpty()) {
            return Jdk.all();
        }
        List<Jdk> chosen = new ArrayList<>();
        for (Path home : jdks) {
            Jdk jdk = Jdk.at(home);
            if (jdk == null) {
                throw new IllegalArgumentException(home + " is no JDK");
            }
            chosen.add(jdk);
        }
        return chosen;
    }

    private Result measure(Jdk jdk, Program program) {
        Launcher launcher = new Launcher(jdk, program, places.target("startup-runs"));
        List<Contestant> contestants = Contestant.all(places, jdk, program).stream()
                .filter(this::takesPart)
                .toList();
        Rounds rounds = Rounds.run(launcher, contestants, pairs, round -> progress(jdk, program, round));
        return new Result(jdk.toString(), program.name(), pairs, Line.of(rounds));
    }

    private void progress(Jdk jdk, Program program, int round) {
        err.printf(Locale.ROOT, "%s, %s: round %d of %d%n", program.name(), jdk, round, pairs);
    }

    private boolean takesPart(Contestant contestant) {
        String name = contestant.name();
        return agents.isEmpty()
                || name.equals(Contestant.NO_AGENT)
                || name.equals(Contestant.NOTHING)
                || agents.stream().anyMatch(name::startsWith);
    }
}
