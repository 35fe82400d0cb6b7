package dev.perfagent.plan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers, texts and blobs, one behind the other; {@link ByteReader} is its mirror. */
final class ByteWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);

    byte[] bytes() {
        return out.toByteArray();
    }

    void octet(int value) {
        out.write(value);
    }

    void flag(boolean value) {
        out.write(value ? 1 : 0);
    }

    void integer(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }

    void real(double value) {
        long bits = Double.doubleToLongBits(value);
        integer((int) (bits >>> 32));
        integer((int) bits);
    }

    /** NaN, which no setting can be, stands for null. */
    void number(@Nullable Double value) {
        real(value == null ? Double.NaN : value);
    }

    void blob(byte @Nullable [] blob) {
        integer(blob == null ? -1 : blob.length);
        if (blob != null) {
            out.write(blob, 0, blob.length);
        }
    }

    void text(@Nullable String text) {
        blob(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    void texts(Collection<String> texts) {
        integer(texts.size());
        for (String text : texts) {
            text(text);
        }
    }

    void numbers(Map<String, Double> numbers) {
        integer(numbers.size());
        for (Map.Entry<String, Double> entry : numbers.entrySet()) {
            text(entry.getKey());
            real(entry.getValue());
        }
    }
}
