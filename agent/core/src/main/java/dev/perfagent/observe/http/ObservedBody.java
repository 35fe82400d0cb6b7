package dev.perfagent.observe.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The start of an answer's body, as the application reads it. It is looked at for the words that say that a request was refused
 * at a limit. What the application does not read is not here.
 */
final class ObservedBody {
    /** The texts of limits are short, and errors stand first in an answer of GraphQL. */
    private static final int MOST_BYTES = 2000;

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /** Made when something is read. */
    private byte[] bytes = {};

    private int size;
    private @Nullable RefusedRequest refusal;

    /** The request was refused, and this may say why. */
    synchronized void explains(RefusedRequest refused) {
        refusal = refused;
        look();
    }

    /** The application has read this. Never throws: it does not know of us. */
    synchronized void read(byte[] from, int offset, int length) {
        int more = Math.min(length, MOST_BYTES - size);
        if (more > 0) {
            makeRoom();
            System.arraycopy(from, offset, bytes, size, more);
            size += more;
            look();
        }
    }

    /** The application gets this, and has not read it yet. */
    synchronized void read(ByteBuffer from) {
        int more = Math.min(from.remaining(), MOST_BYTES - size);
        if (more > 0) {
            makeRoom();
            from.duplicate().get(bytes, size, more);
            size += more;
            look();
        }
    }

    private void makeRoom() {
        if (size == 0) {
            bytes = new byte[MOST_BYTES];
        }
    }

    private void look() {
        if (refusal != null && size > 0) {
            try {
                refusal.isExplained(text());
            } catch (RuntimeException | LinkageError | StackOverflowError broken) {
                refusal = null;
            }
        }
    }

    private String text() {
        boolean isPacked = size > 1 && (bytes[0] & 0xff) == GZIP_FIRST && (bytes[1] & 0xff) == GZIP_SECOND;
        byte[] plain = isPacked ? unpacked() : Arrays.copyOf(bytes, size);
        return new String(plain, StandardCharsets.ISO_8859_1);
    }

    /** Only what is there: the rest may come later, or never. */
    private byte[] unpacked() {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(MOST_BYTES);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes, 0, size), MOST_BYTES)) {
            for (int next = in.read(); next >= 0 && plain.size() < MOST_BYTES; next = in.read()) {
                plain.write(next);
            }
        } catch (IOException incomplete) {
            return plain.toByteArray();
        }
        return plain.toByteArray();
    }
}
