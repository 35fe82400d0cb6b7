package dev.perfagent.calibrate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;

/** Reads up to 4 MB from an address that the user gave. */
final class DownloadWork implements Work {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int PATIENCE_MS = (int) Duration.ofSeconds(3).toMillis();

    private final URI address;

    DownloadWork(URI address) {
        this.address = address;
    }

    @Override
    public SystemMeasure measure() {
        return SystemMeasure.DOWNLOAD;
    }

    @Override
    public double round() throws IOException {
        long start = System.nanoTime();
        URLConnection connection = address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            int bytes = in.readNBytes(MOST_BYTES).length;
            if (bytes == 0) {
                throw new IOException("nothing came from " + address.getHost());
            }
            return bytes / BYTES_A_MB * NANOS_A_SECOND / (System.nanoTime() - start);
        }
    }
}
