package org.example.client;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code java.net.http}, by a future. */
public final class JdkSendAsync implements Client {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final Duration timeout;

    public JdkSendAsync(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws Exception {
        return Futures.await(
                        client.sendAsync(JdkSend.request(method, address, body, timeout), BodyHandlers.ofByteArray()))
                .statusCode();
    }
}
