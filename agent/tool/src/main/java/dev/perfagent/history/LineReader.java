package dev.perfagent.history;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of one line after the other. A line that never ends must not take all memory: it is passed over. */
final class LineReader implements Closeable {
    /** Two hundred endpoints and a hundred phases, caches and hosts each are about 80 kB; a hundred times that is no run. */
    static final int MAX_LINE_BYTES = 8 * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Line line = new Line();
    private int position;
    private int end;
    private boolean tooLong;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end of the file. */
    boolean next() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int stop = position;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            take(stop);
            if (stop < end) {
                position = stop + 1;
                return true;
            }
            position = stop;
        }
        return any;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = 0; i < line.size(); i++) {
            if (line.bytes()[i] > ' ' || line.bytes()[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The line, in the first {@link #length()} bytes; valid until {@link #next()}. */
    byte[] bytes() {
        return line.bytes();
    }

    int length() {
        return line.size();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void take(int stop) {
        if (line.size() + (stop - position) > MAX_LINE_BYTES) {
            tooLong = true;
        } else if (!tooLong) {
            line.write(buffer, position, stop - position);
        }
    }

    private boolean fill() throws IOException {
        if (position < end) {
            return true;
        }
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /** Gives its bytes without a copy: a history has millions of lines. */
    private static final class Line extends ByteArrayOutputStream {
        byte[] bytes() {
            return buf;
        }
    }
}
