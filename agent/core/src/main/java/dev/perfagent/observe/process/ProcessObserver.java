package dev.perfagent.observe.process;

import dev.perfagent.record.ChildProcess;
import dev.perfagent.record.Clock;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ProcessTotals;
import dev.perfagent.record.ThreadState;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Observes programs being started, and the JDK getting ready to wait for their end. Of a command line no more than the
 * program's file name is looked at.
 */
public final class ProcessObserver implements Observer {
    private static final String NO_NAME = "unknown";

    private final Executions executions;
    private final Clock clock;

    /** The program that a thread is starting. */
    @SuppressWarnings("ThreadLocalUsage") // one recorder a process; several only in tests, which must not share it
    private final ThreadLocal<ChildProcess> starting = new ThreadLocal<>();

    public ProcessObserver(Executions executions, Clock clock) {
        this.executions = executions;
        this.clock = clock;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (!(self instanceof ProcessBuilder builder)) {
            return null;
        }
        String program = program(builder);
        if (program == null) {
            return null; // which the JDK is about to refuse
        }
        ProcessTotals totals = executions.current().processes();
        ProcessTotals.Sum sum = totals.of(program);
        ChildProcess child = new ChildProcess(totals, sum, clock);
        starting.set(child);
        return child;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(token instanceof ChildProcess child)) {
            awaited(result);
            return;
        }
        starting.remove();
        if (thrown instanceof IOException) {
            child.failed();
        } else if (thrown == null) {
            child.started();
        }
    }

    /** The JDK gets ready to wait for the process that the thread is starting. */
    private void awaited(@Nullable Object result) {
        if (result instanceof CompletableFuture<?> completion) {
            ChildProcess child = starting.get();
            if (child != null) {
                child.completion = completion;
            }
        }
    }

    /** Null when there is none. The list may be one of the application's own, which may throw anything. */
    private static @Nullable String program(ProcessBuilder builder) {
        try {
            List<String> command = builder.command();
            String first = command.isEmpty() ? null : command.get(0);
            return first == null ? null : fileName(first, File.separatorChar);
        } catch (Throwable broken) {
            return NO_NAME;
        }
    }

    /** What comes after the last separator; Windows knows the slash too. */
    static String fileName(String program, char separator) {
        String name = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf(separator)) + 1);
        return name.isEmpty() ? NO_NAME : name;
    }
}
