package dev.perfagent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many threads at once, and work that goes from one to another. */
final class ThreadsTest {
    private static final int THREADS = 8;
    private static final int TIMES = 2_000;

    private final MetricsCollector metrics = new MetricsCollector(THREADS * TIMES * 3);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void nothingIsLostOrMixedUp() throws Exception {
        onAll(thread -> {
            for (int i = 0; i < TIMES; i++) {
                metrics.start("start " + thread);
                assertThat(metrics.measure("measure", "", () -> thread).value()).isEqualTo(thread);
                metrics.start("shared");
                metrics.context("thread " + thread, i);
                assertThat(metrics.stop("shared")).isPresent();
                assertThat(metrics.stop("start " + thread)).isPresent();
            }
        });

        assertThat(metrics.statistics("measure").count()).isEqualTo(THREADS * TIMES);
        assertThat(metrics.statistics("shared").count()).isEqualTo(THREADS * TIMES);
        assertThat(metrics.statistics("start 3").count()).isEqualTo(TIMES);
        assertThat(metrics.names()).hasSize(THREADS + 2);
        assertThat(metrics.context()).hasSize(THREADS).containsEntry("thread 0", TIMES - 1L);
        assertThat(metrics.openStarts()).isZero();
        assertThat(metrics.unmatchedStops()).isZero();
        assertThat(metrics.failures()).isZero();
    }

    @Test
    void theBoundHoldsAndDropsAreCounted() throws Exception {
        MetricsCollector small = new MetricsCollector(100);

        onAll(thread -> {
            for (int i = 0; i < TIMES; i++) {
                small.run("work", "", () -> {});
                assertThat(small.size()).isLessThanOrEqualTo(100);
            }
        });

        assertThat(small.size() + small.dropped()).isEqualTo(THREADS * TIMES);
    }

    @Test
    void anotherThreadMayStop() throws Exception {
        metrics.start("handed over");

        assertThat(threads.submit(() -> metrics.stop("handed over")).get()).isPresent();
        assertThat(metrics.stop("handed over")).isEmpty();
        assertThat(metrics.unmatchedStops()).isEqualTo(1);
    }

    @Test
    void eachThreadStopsItsOwnStartFirst() throws Exception {
        metrics.start("work");
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<?> other = threads.submit((Callable<Object>) () -> {
            metrics.start("work");
            started.countDown();
            end.await();
            return metrics.stop("work");
        });
        started.await();

        assertThat(metrics.stop("work")).as("the older one, of this thread").isPresent();
        end.countDown();
        other.get();

        List<MetricsEntry> entries = metrics.entries("work");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).start()).isBeforeOrEqualTo(entries.get(1).start());
    }

    @Test
    void aStageIsMeasuredUntilItCompletes() {
        CompletableFuture<String> work = new CompletableFuture<>();

        CompletableFuture<Measurement<String>> measured =
                metrics.measureStage("later", "x", () -> work).toCompletableFuture();
        assertThat(measured).isNotDone();
        assertThat(metrics.entries()).isEmpty();
        threads.execute(() -> work.complete("value"));

        assertThat(measured.join().value()).isEqualTo("value");
        assertThat(metrics.entries()).containsExactly(measured.join().entry());
    }

    @Test
    void aStageThatFailsIsRecordedAndFails() {
        CompletableFuture<String> work = new CompletableFuture<>();
        CompletableFuture<Measurement<String>> measured = metrics.measureStage(
                        "later", "", () -> work.thenApply(text -> text))
                .toCompletableFuture();
        IOException failure = new IOException("gone");

        work.completeExceptionally(failure);

        assertThatThrownBy(measured::join)
                .isInstanceOf(CompletionException.class)
                .hasCause(failure);
        assertThat(metrics.entries().get(0).error())
                .hasValueSatisfying(error -> assertThat(error.type()).isEqualTo("java.io.IOException"));
    }

    @Test
    void workThatCannotBeStartedIsRecordedToo() {
        assertThatThrownBy(() -> metrics.measureStage("later", "", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(metrics.entries()).hasSize(1).noneMatch(MetricsEntry::success);
    }

    /** What each thread does. */
    private interface Work {
        void on(int thread) throws Exception;
    }

    private void onAll(Work work) throws Exception {
        List<Callable<Object>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            all.add(() -> {
                work.on(thread);
                return thread;
            });
        }
        for (Future<Object> each : threads.invokeAll(all)) {
            each.get();
        }
    }
}
