package dev.perfagent.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How much of a history one question may read, so that what is seldom in it does not take the time of all that is in it. */
public final class ReadBudget {
    private long left;
    private boolean spent;
    private boolean anyOfDay;
    private @Nullable LocalDate oldest;

    /** @param bytes of files, as they are stored */
    public ReadBudget(long bytes) {
        this.left = bytes;
    }

    static ReadBudget unlimited() {
        return new ReadBudget(Long.MAX_VALUE);
    }

    /** The oldest day that was looked at, when there was more to read than the budget allows; null when there was not. */
    public @Nullable LocalDate stoppedAt() {
        return spent ? oldest : null;
    }

    /** Whether that many bytes may still be read. What is larger than the rest is read, too, so that no budget is too small. */
    boolean take(long bytes) {
        if (left <= 0) {
            spent = true;
            return false;
        }
        left -= bytes;
        anyOfDay = true;
        return true;
    }

    /** Whether the question ends at that day, of which all was read that may be. */
    boolean endsAt(LocalDate day) {
        if (anyOfDay) {
            oldest = day;
            anyOfDay = false;
        }
        return spent;
    }
}
