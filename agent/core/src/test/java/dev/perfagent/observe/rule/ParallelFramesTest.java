package dev.perfagent.observe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.record.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ParallelFramesTest {
    private static final int THREADS = 4;
    private static final int TIMES = 20_000;

    private final ParallelFrames parallel = new ParallelFrames();

    @Test
    void aFrameOfOneThreadIsAlone() {
        assertThat(ends(begins()).alone).isTrue();
        assertThat(ends(begins()).alone).as("the next one").isTrue();
    }

    @Test
    void neitherOfTwoThatMeetIsAlone() {
        Frame first = begins();
        Frame second = begins();

        assertThat(ends(second).alone).as("the other one was there before").isFalse();
        assertThat(ends(first).alone).as("the other one came and went").isFalse();
    }

    @Test
    void afterManyThreadsNobodyIsInside() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            work.add(Executors.callable(() -> {
                for (int time = 0; time < TIMES; time++) {
                    ends(begins());
                }
            }));
        }
        for (Future<Object> one : threads.invokeAll(work)) {
            one.get();
        }
        threads.shutdown();

        assertThat(ends(begins()).alone).isTrue();
    }

    private Frame begins() {
        Frame frame = new Frame();
        parallel.entered();
        parallel.begins(frame);
        return frame;
    }

    private Frame ends(Frame frame) {
        parallel.ends(frame);
        parallel.left();
        return frame;
    }
}
