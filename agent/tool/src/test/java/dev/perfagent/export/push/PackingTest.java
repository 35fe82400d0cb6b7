package dev.perfagent.export.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final String TEXT = "caf\u00e9 ".repeat(50);

    @Test
    void aBodyIsUnpackedByWhatTheHeaderNames() throws IOException {
        byte[] gzip = new Packing(Packing.Coding.GZIP, 1000, 1000).pack(TEXT).body();
        byte[] deflate =
                new Packing(Packing.Coding.DEFLATE, 1000, 1000).pack(TEXT).body();

        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip))).hasContent(TEXT);
        assertThat(new InflaterInputStream(new ByteArrayInputStream(deflate))).hasContent(TEXT);
    }

    @Test
    void bothLengthsHaveTheirLimit() {
        int bytes = TEXT.getBytes(StandardCharsets.UTF_8).length;
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(2000, ' ', '~').forEach(c -> noise.append((char) c));

        assertThat(new Packing(Packing.Coding.DEFLATE, bytes, 100).pack(TEXT).fits())
                .isTrue();
        assertThat(new Packing(Packing.Coding.DEFLATE, bytes - 1, 100)
                        .pack(TEXT)
                        .fits())
                .isFalse();
        assertThat(new Packing(Packing.Coding.DEFLATE, 2000, 1000)
                        .pack(noise.toString())
                        .fits())
                .isFalse();
    }
}
