package dev.perfagent.cli.output;

import dev.perfagent.history.ReadProgress;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line that shows how far long work has come, painted over itself and wiped at the end. Only for a person: nothing is
 * written in the first second, nor where standard error is no terminal.
 */
public final class Progress implements ReadProgress, AutoCloseable {
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PAINT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final PrintStream err;
    private final String what;
    private final BooleanSupplier terminal;
    private final LongSupplier nanoTime;
    private final long started;
    private long painted;
    private int width;
    private @Nullable Boolean watched;

    Progress(PrintStream err, String what, BooleanSupplier terminal, LongSupplier nanoTime) {
        this.err = err;
        this.what = what;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.painted = started;
    }

    /**
     * Of work that begins now.
     *
     * @param what is done, such as {@code Reading the history}
     */
    public static Progress of(String what, PrintStream err) {
        return new Progress(err, what, () -> err == System.err && isErrTerminal(), System::nanoTime);
    }

    @Override
    public synchronized void at(long done, long total) {
        if (total > 0 && isDue()) {
            paint(what + ": " + Math.min(100, 100 * done / total) + " %");
        }
    }

    /** Shows those words in place of what stands there. */
    public synchronized void say(String words) {
        if (isDue()) {
            paint(words);
        }
    }

    /** Whether somebody watches and has waited for long enough. */
    private boolean isDue() {
        long now = nanoTime.getAsLong();
        if (now - started < SILENT_NANOS || now - painted < PAINT_NANOS) {
            return false;
        }
        if (watched == null) {
            watched = terminal.getAsBoolean();
        }
        painted = watched ? now : painted;
        return watched;
    }

    /** Wipes it: what comes next begins where it stood. */
    @Override
    public synchronized void close() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }

    private void paint(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        err.flush();
        width = text.length();
    }

    /** Java knows only whether both standard input and output are a terminal; the system, where it has a shell, of each. */
    private static boolean isErrTerminal() {
        try {
            return new ProcessBuilder("/bin/sh", "-c", "test -t 2")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
