package dev.perfagent.history;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Bytes of one line after the other, in place. A line that never ends must not take all memory: it is passed over.
 */
final class LineReader implements Closeable {
    /** Two hundred endpoints and a hundred phases, caches and hosts each are about 80 kB; a hundred times that is no run. */
    static final int MAX_LINE_BYTES = 8 * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER_BYTES];

    /** Where in the stream the buffer's first byte is. */
    private long base;

    /** Where the line begins, also when its first bytes are no longer in the buffer. */
    private long position;

    private int start;
    private int stop;
    private int next;
    private int end;
    private boolean tooLong;
    private boolean ended;
    private boolean stopped;

    LineReader(InputStream in) {
        this(in, 0);
    }

    /** @param position of the stream's next byte in the file */
    LineReader(InputStream in, long position) {
        this.in = in;
        this.base = position;
    }

    /**
     * Passes over what is left of a line, and reads no further when no line begins before {@code limit}: a line of a gigabyte
     * would otherwise be read once for each chunk that it covers.
     */
    void passRestOfLine(long limit) throws IOException {
        next = lineEnd(buffer, 0, end) + 1;
        while (next == 0 && !stopped) {
            base += end;
            end = Math.max(0, in.read(buffer));
            stopped = end == 0 || base >= limit;
            next = lineEnd(buffer, 0, end) + 1;
        }
    }

    /** Goes to the next line; false at the end of the file. */
    boolean next() throws IOException {
        if (stopped) {
            return false;
        }
        start = next;
        position = base + start;
        tooLong = false;
        ended = false;
        int scan = start;
        while (true) {
            int found = lineEnd(buffer, scan, end);
            if (found >= 0) {
                stop = found;
                next = found + 1;
                ended = true;
                tooLong |= stop - start > MAX_LINE_BYTES;
                return true;
            }
            int known = end - start;
            if (!fill()) {
                stop = end;
                next = end;
                stopped = true; // what another process writes from now on would look like a line of its own
                return end > start || tooLong;
            }
            scan = tooLong ? start : start + known;
        }
    }

    /** Where the first line ends; -1 when it does not end there. */
    private static int lineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** Whether the line has its end: the last one of a file may be half a line. */
    boolean isEnded() {
        return ended;
    }

    boolean isBlank() {
        for (int i = start; i < stop; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the line begins in the file. */
    long position() {
        return position;
    }

    /** Holds the line from {@link #offset()} on; valid until {@link #next()}. */
    byte[] bytes() {
        return buffer;
    }

    int offset() {
        return start;
    }

    int length() {
        return stop - start;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Makes room behind what is known of the line, and reads into it; false at the end of the file. */
    private boolean fill() throws IOException {
        if (end - start > MAX_LINE_BYTES) {
            tooLong = true;
        }
        if (tooLong) {
            base += end;
            start = 0;
            end = 0;
        } else if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            base += start;
            end -= start;
            start = 0;
        } else if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }
}
