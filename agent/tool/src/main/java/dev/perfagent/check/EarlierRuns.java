package dev.perfagent.check;

import dev.perfagent.history.StoredRun;
import java.io.IOException;
import java.util.List;

/** Where the runs before one are found. */
public interface EarlierRuns {
    /**
     * The newest runs of the same application and command up to that one, itself included.
     *
     * @param count how many at most, at least 1
     * @throws IOException when they cannot be read
     */
    List<StoredRun> upTo(StoredRun run, int count) throws IOException;

    /**
     * What is known of the runs before those.
     *
     * @throws IOException when they cannot be read
     */
    Evidence evidence(List<StoredRun> runs) throws IOException;
}
