package dev.perfagent.record;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls that want to end the process: the first to get the JVM's lock does, all others block on it for good. */
final class Exits {
    /** Parents on Unix see no more of an exit status than this. */
    private static final int SEEN_ON_UNIX = 0xff;

    private final List<Thread> threads = new ArrayList<>(1);
    private final List<Integer> statuses = new ArrayList<>(1);
    private @Nullable Integer halting;

    synchronized void add(Thread thread, int status) {
        if (!isKnown(thread)) {
            threads.add(thread);
            statuses.add(seen(status));
        }
    }

    /** What a parent process sees of that exit status. */
    static int seen(int status) {
        return File.separatorChar == '/' ? status & SEEN_ON_UNIX : status;
    }

    /** By identity: a thread's equals may be the application's. */
    private boolean isKnown(Thread thread) {
        for (Thread known : threads) {
            if (known == thread) {
                return true;
            }
        }
        return false;
    }

    /**
     * A thread is about to halt the process.
     *
     * @return the status to halt with: the first thread's, so that of several at once it does not matter which comes through
     */
    synchronized int halting(int status) {
        Integer first = halting;
        if (first == null) {
            first = status;
            halting = first;
        }
        return first;
    }

    synchronized boolean isKnown() {
        return halting != null || !threads.isEmpty();
    }

    /** What the parent process will see; null when several threads exit at once and it is not known which of them does. */
    synchronized @Nullable Integer status() {
        if (halting != null) {
            return seen(halting);
        }
        int winner = winner();
        return winner < 0 ? null : statuses.get(winner);
    }

    /** Whether it was a signal: the JVM runs {@code java.lang.Terminator} on a thread named after it. */
    synchronized boolean isBySignal() {
        int winner = winner();
        if (winner < 0) {
            return false;
        }
        String name = threads.get(winner).getName();
        return name.startsWith("SIG") && name.endsWith(" handler");
    }

    /** Not known, and taken for no, where the application has a thread that says what it likes. */
    private static boolean isBlocked(Thread thread) {
        try {
            return thread.getState() == Thread.State.BLOCKED;
        } catch (Throwable broken) {
            return false;
        }
    }

    private int winner() {
        if (threads.size() == 1) {
            return 0;
        }
        int winner = -1;
        for (int i = 0; i < threads.size(); i++) {
            if (!isBlocked(threads.get(i))) {
                if (winner >= 0 && !statuses.get(i).equals(statuses.get(winner))) {
                    return -1;
                }
                winner = i;
            }
        }
        return winner;
    }
}
