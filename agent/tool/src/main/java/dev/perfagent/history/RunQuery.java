package dev.perfagent.history;

/**
 * Which of the newest runs are wanted.
 *
 * @param limit how many, at least 1
 */
public record RunQuery(RunSelection selection, int limit) {
    public RunQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    /** The newest of all. */
    public static RunQuery newest(int limit) {
        return new RunQuery(RunSelection.ALL, limit);
    }
}
