package dev.perfagent.history;

import dev.perfagent.generator.Generator;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.Journal;
import dev.perfagent.run.Run;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A process whose threads append runs at the same time, as that many processes do: {@code HOME SEED THREADS RUNS}. */
final class AppendMain {
    private AppendMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Home home = Home.at(new File(arguments[0]));
        long seed = Long.parseLong(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        int runs = Integer.parseInt(arguments[3]);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> appending = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            List<Run> own = Generator.seeded(seed * threads + thread).runs(Instant.parse("2026-11-20T10:00:00Z"), runs);
            appending.add(pool.submit(() -> {
                Journal journal = new Journal(home);
                for (Run run : own) {
                    journal.append(run);
                }
                return null;
            }));
        }
        for (Future<?> thread : appending) {
            thread.get();
        }
        pool.shutdown();
    }
}
