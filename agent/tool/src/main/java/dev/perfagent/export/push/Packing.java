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
    /** "Submit metrics" v2: less than 5,242,880 bytes, 512,000 compressed. Distribution points v1 can be nothing but deflated. */
    public static final Packing DATADOG = new Packing(Coding.DEFLATE, 5_242_879, 512_000);

    /** "Metric API limits": a million bytes for each POST. It does not say whether compressed or not, so neither has more. */
    public static final Packing NEW_RELIC = new Packing(Coding.GZIP, 1_000_000, 1_000_000);

    /** What gRPC, and with it the collector of OpenTelemetry, takes. */
    public static final Packing OTLP = new Packing(Coding.GZIP, 4_000_000, 4_000_000);

    /** The collector's receiver of such files cuts a line at 1 MiB, unless its max_log_size says otherwise. */
    public static final Packing OTLP_FILE = new Packing(Coding.GZIP, 1_000_000, 1_000_000);

    /** InfluxDB recommends 10,000 lines. */
    public static final Packing INFLUX = new Packing(Coding.GZIP, 2_000_000, 2_000_000);

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

    /** Whether the service takes that much at once. Compression makes no JSON longer, and is tried only if it matters. */
    public boolean fits(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return body.length <= mostBytes && (body.length <= mostPackedBytes || packed(body).length <= mostPackedBytes);
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
