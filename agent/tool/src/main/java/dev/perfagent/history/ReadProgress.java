package dev.perfagent.history;

/** Is called with how far reading has come, from several threads. */
public interface ReadProgress {
    /** Does nothing. */
    ReadProgress UNSEEN = (read, total) -> {};

    /**
     * One step further.
     *
     * @param read bytes read so far
     * @param total bytes to read, as far as known
     */
    void at(long read, long total);
}
