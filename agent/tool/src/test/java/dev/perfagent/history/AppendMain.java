package dev.perfagent.history;

import dev.perfagent.generator.Generator;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.Journal;
import dev.perfagent.run.Run;
import java.io.File;
import java.io.IOException;
import java.time.Instant;

/** A process that appends runs one after the other, as an agent does: {@code HOME SEED RUNS}. */
final class AppendMain {
    private AppendMain() {}

    public static void main(String[] arguments) throws IOException {
        Journal journal = new Journal(Home.at(new File(arguments[0])));
        long seed = Long.parseLong(arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        for (Run run : Generator.seeded(seed).runs(Instant.parse("2026-11-20T10:00:00Z"), runs)) {
            journal.append(run);
        }
    }
}
