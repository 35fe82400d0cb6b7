package dev.perfagent.export.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How bodies are compressed for a service, and how long they may be.
 *
 * @param coding what it can unpack
 * @param mostBytes the longest body before compression
 * @param mostPackedBytes the longest body after compression
 */
public record Packing(Coding coding, int mostBytes, int mostPackedBytes) {
    /** Values of the header {@code Content-Encoding}; {@code deflate} is zlib's format there (RFC 9110, 8.4.1.2). */
    public enum Coding {
        GZIP("gzip"),
        DEFLATE("deflate");

        private final String header;

        Coding(String header) {
            this.header = header;
        }

        String header() {
            return header;
        }
    }

    private byte[] packed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream to =
                switch (coding) {
                    case GZIP -> new GZIPOutputStream(bytes);
                    case DEFLATE -> new DeflaterOutputStream(bytes);
                }) {
            to.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    /** A text as it goes over the network, and whether the service takes that much at once. */
    Packed pack(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] packed = packed(body);
        return new Packed(packed, body.length <= mostBytes && packed.length <= mostPackedBytes);
    }

    /** A body that is ready to be sent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Packed(byte[] body, boolean fits) {}
}
