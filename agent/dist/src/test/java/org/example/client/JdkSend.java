package org.example.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code java.net.http}, on the calling thread. */
public final class JdkSend implements Client {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final Duration timeout;

    public JdkSend(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws IOException, InterruptedException {
        return client.send(request(method, address, body, timeout), BodyHandlers.ofByteArray())
                .statusCode();
    }

    static HttpRequest request(String method, String address, byte @Nullable [] body, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(address))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .timeout(timeout)
                .build();
    }
}
