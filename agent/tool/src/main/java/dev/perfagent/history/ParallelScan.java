package dev.perfagent.history;

import dev.perfagent.history.RunFile.Chunk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Reads files with all processors: each worker takes one chunk after the other and gathers for itself. */
final class ParallelScan {
    private final RunSelection selection;
    private final ReadProgress progress;
    private final Queue<Chunk> chunks = new ConcurrentLinkedQueue<>();
    private final Map<Path, OpenFile> files = new HashMap<>();
    private final AtomicLong read = new AtomicLong();
    private final int workers;
    private long total;

    ParallelScan(List<RunFile> files, RunSelection selection, ReadProgress progress) {
        this.selection = selection;
        this.progress = progress;
        for (RunFile file : files) {
            List<Chunk> parts = file.chunks();
            chunks.addAll(parts);
            // A run whose marker was read may be in the file as well by now: both are of the same path.
            this.files.computeIfAbsent(file.path(), first -> new OpenFile()).add(parts.size());
            total += file.size();
        }
        this.workers = Math.min(Runtime.getRuntime().availableProcessors(), chunks.size());
    }

    <A, R> R collect(Collector<? super StoredRun, A, R> collector, ReadTally tally) throws IOException {
        return collector.finisher().apply(gather(collector, tally));
    }

    /** What was gathered, before the collector finishes it. */
    <A> A gather(Collector<? super StoredRun, A, ?> collector, ReadTally tally) throws IOException {
        A all = collector.supplier().get();
        for (Part<A> part : run(collector)) {
            tally.addPart(part.tally());
            all = collector.combiner().apply(all, part.gathered());
        }
        return all;
    }

    private <A> List<Part<A>> run(Collector<? super StoredRun, A, ?> collector) throws IOException {
        if (workers <= 1) {
            return List.of(work(collector));
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers, task -> {
            Thread thread = new Thread(task, "perf-agent-history");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<Part<A>>> tasks = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                tasks.add(() -> work(collector));
            }
            List<Part<A>> parts = new ArrayList<>();
            for (Future<Part<A>> result : pool.invokeAll(tasks)) {
                parts.add(result.get());
            }
            return parts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("reading the history was interrupted", e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static RuntimeException unwrapped(ExecutionException problem) {
        if (problem.getCause() instanceof Error error) {
            throw error;
        }
        return problem.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(problem);
    }

    private <A> Part<A> work(Collector<? super StoredRun, A, ?> collector) {
        Part<A> part = new Part<>(collector.supplier().get(), new ReadTally());
        Consumer<StoredRun> sink = run -> collector.accumulator().accept(part.gathered(), run);
        LineScan scan = new LineScan(selection, LineFilter.ALL, part.tally());
        for (Chunk chunk = chunks.poll(); chunk != null; chunk = chunks.poll()) {
            OpenFile file = files.get(chunk.file().path());
            if (file == null) {
                throw new IllegalStateException("no such file: " + chunk.file());
            }
            FinalRecords ends = new FinalRecords(false);
            IOException problem = null;
            try {
                scan.read(chunk, ends, (run, line) -> sink.accept(run));
            } catch (IOException e) {
                problem = e;
            }
            if (file.isLast(ends, problem)) {
                file.end(chunk.file(), part.tally(), sink);
            }
            long size = chunk.file().size();
            progress.at(read.addAndGet(Math.min(chunk.to(), size) - chunk.from()), total);
        }
        return part;
    }

    private record Part<A>(A gathered, ReadTally tally) {}

    /** What its chunks leave to be settled when the last of them is read. */
    private static final class OpenFile {
        private final FinalRecords ends = new FinalRecords(false);
        private int chunksLeft;
        private @Nullable IOException problem;

        synchronized void add(int chunks) {
            chunksLeft += chunks;
        }

        synchronized boolean isLast(FinalRecords chunk, @Nullable IOException failure) {
            ends.addAll(chunk);
            if (failure != null) {
                problem = failure;
            }
            chunksLeft--;
            return chunksLeft == 0;
        }

        synchronized void end(RunFile file, ReadTally tally, Consumer<StoredRun> sink) {
            ends.killed().forEach(killed -> sink.accept(killed.run()));
            if (problem == null) {
                tally.countFile();
            } else {
                tally.countUnreadable(file.path(), problem);
            }
        }
    }
}
