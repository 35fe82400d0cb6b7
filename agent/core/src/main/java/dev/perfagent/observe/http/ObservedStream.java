package dev.perfagent.observe.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The stream of a body, beneath that of the client: what is read of it is seen too. */
final class ObservedStream extends FilterInputStream {
    private final ObservedBody body;

    ObservedStream(InputStream stream, ObservedBody body) {
        super(stream);
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            body.read(new byte[] {(byte) next}, 0, 1);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count > 0) {
            body.read(into, offset, count);
        }
        return count;
    }
}
