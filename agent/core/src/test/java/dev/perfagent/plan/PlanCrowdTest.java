package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many that start at once read and write the same plans. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class PlanCrowdTest {
    private static final int WRITERS = 16;
    private static final int READERS = 4;
    private static final int ROUNDS = 50;

    /** As in the store. */
    private static final int MOST_PLANS = 100;

    @TempDir
    private Path temporary;

    @Test
    void aReaderSeesNoPlanOrAWholeOne() throws Exception {
        Path folder = temporary.resolve("plans");
        PlanKey key = new PlanKey("program-0123", "the key of all", "agent");

        crowd(folder, (writer, round) -> key, List.of(key));

        assertThat(folder.toFile().list()).containsExactly("program-0123.plan");
    }

    @Test
    void evenWhileTheOldestAreRemoved() throws Exception {
        Path folder = temporary.resolve("plans");
        PlanStore store = new PlanStore(folder.toFile());
        for (int i = 0; i < MOST_PLANS; i++) {
            store.save(new PlanKey("old-" + i, "old", "agent"), Plans.small("old"));
        }
        List<PlanKey> keys = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            keys.add(new PlanKey("new-" + i, "key", "agent"));
        }

        crowd(folder, (writer, round) -> new PlanKey("new-" + (writer + round), "key", "agent"), keys);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSizeLessThanOrEqualTo(MOST_PLANS + WRITERS).allSatisfy(file -> assertThat(file)
                    .hasFileName(file.getFileName().toString().replace(".tmp", "")));
        }
    }

    private interface Keys {
        PlanKey of(int writer, int round);
    }

    private static void crowd(Path folder, Keys keys, List<PlanKey> read) throws Exception {
        PlanStore store = new PlanStore(folder.toFile());
        CyclicBarrier start = new CyclicBarrier(WRITERS + READERS);
        AtomicBoolean over = new AtomicBoolean();
        List<Future<?>> writing = new ArrayList<>();
        List<Future<?>> reading = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);
        try {
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writing.add(threads.submit((Callable<Void>) () -> {
                    start.await();
                    for (int round = 0; round < ROUNDS; round++) {
                        store.save(keys.of(writer, round), Plans.small("writer " + writer));
                    }
                    return null;
                }));
            }
            for (int i = 0; i < READERS; i++) {
                reading.add(threads.submit((Callable<Void>) () -> {
                    start.await();
                    while (!over.get()) {
                        for (PlanKey key : read) {
                            assertWhole(store.load(key));
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> writer : writing) {
                writer.get();
            }
        } finally {
            over.set(true);
            threads.shutdown();
        }
        for (Future<?> reader : reading) {
            reader.get();
        }
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void assertWhole(@Nullable Plan plan) {
        if (plan != null) {
            Plans.assertSame(plan, Plans.small(plan.application().name()));
        }
    }
}
