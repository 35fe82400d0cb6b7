package dev.perfagent.tally;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs that ended with the same exception and exit code, added up. */
public final class ErrorTally {
    private long runs;
    private @Nullable Instant last;
    private @Nullable String lastId;
    private @Nullable String message;

    void add(StoredRun run) {
        runs++;
        Failure error = run.error();
        take(run.start(), run.id(), error == null ? null : error.message());
    }

    void addAll(ErrorTally other) {
        runs += other.runs;
        if (other.last != null) {
            take(other.last, other.lastId, other.message);
        }
    }

    private void take(Instant start, @Nullable String id, @Nullable String stated) {
        if (last == null || start.isAfter(last)) {
            last = start;
            lastId = id;
            message = stated;
        }
    }

    /** How many. */
    public long runs() {
        return runs;
    }

    /** When the last of them began. */
    public @Nullable Instant last() {
        return last;
    }

    /** The last of them. */
    public @Nullable String lastId() {
        return lastId;
    }

    /** What the last of them said. */
    public @Nullable String message() {
        return message;
    }

    /**
     * What runs have in common.
     *
     * @param type class of the exception; empty when there is none
     * @param exitCode null when not known
     */
    public record Kind(String type, @Nullable Integer exitCode) {}
}
