package dev.perfagent.plan;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ByteWriter} wrote. No Java deserialisation: nothing in the bytes decides which class is made. Throws a
 * RuntimeException for bytes that it cannot have written.
 */
final class ByteReader {
    /** By name, because {@code StandardCharsets} loads six to nine classes of other character sets. */
    private static final Charset UTF_8 = Charset.forName("UTF-8");

    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    int octet() {
        return bytes[at++] & 0xff;
    }

    boolean flag() {
        return octet() != 0;
    }

    int integer() {
        at += 4;
        return bytes[at - 4] << 24 | (bytes[at - 3] & 0xff) << 16 | (bytes[at - 2] & 0xff) << 8 | bytes[at - 1] & 0xff;
    }

    double real() {
        long high = integer();
        return Double.longBitsToDouble(high << 32 | integer() & 0xffffffffL);
    }

    @Nullable
    Double number() {
        double value = real();
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    /** Of things that take at least a byte each: more than there are bytes left is nonsense. */
    int count() {
        return checked(integer());
    }

    /** Leaves out so many bytes, and says where they begin. */
    int skip(int length) {
        int from = at;
        at += checked(length);
        return from;
    }

    byte @Nullable [] blob() {
        int length = integer();
        if (length < 0) {
            return null;
        }
        byte[] blob = new byte[checked(length)];
        System.arraycopy(bytes, at, blob, 0, length);
        at += length;
        return blob;
    }

    byte[] requiredBlob() {
        byte[] blob = blob();
        if (blob == null) {
            throw new IllegalArgumentException("nothing at " + at);
        }
        return blob;
    }

    @Nullable
    String text() {
        int length = integer();
        if (length < 0) {
            return null;
        }
        String text = new String(bytes, at, checked(length), UTF_8);
        at += length;
        return text;
    }

    String required() {
        String text = text();
        if (text == null) {
            throw new IllegalArgumentException("no text at " + at);
        }
        return text;
    }

    List<String> texts() {
        int count = count();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(required());
        }
        return texts;
    }

    Map<String, Double> numbers() {
        Map<String, Double> numbers = new HashMap<>();
        for (int left = count(); left > 0; left--) {
            numbers.put(required(), real());
        }
        return numbers;
    }

    private int checked(int length) {
        if (length < 0 || length > bytes.length - at) {
            throw new IllegalArgumentException("a length of " + length + " at " + at);
        }
        return length;
    }
}
