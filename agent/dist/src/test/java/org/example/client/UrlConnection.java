package org.example.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code HttpURLConnection}. */
public final class UrlConnection implements Client {
    private final Map<Thread, HttpURLConnection> used = new ConcurrentHashMap<>();
    private final int timeoutMillis;

    public UrlConnection(Duration timeout) {
        this.timeoutMillis = (int) timeout.toMillis();
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        used.put(Thread.currentThread(), connection);
        connection.setReadTimeout(timeoutMillis);
        connection.setRequestMethod(method);
        if (body != null) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            int length = in.readAllBytes().length;
            if (length < connection.getContentLength()) {
                throw new EOFException(); // JDK 17 keeps that to itself
            }
        }
        return status;
    }

    @Override
    public void cancel(Thread sending) {
        HttpURLConnection connection = used.get(sending);
        if (connection != null) {
            connection.disconnect();
        }
    }
}
