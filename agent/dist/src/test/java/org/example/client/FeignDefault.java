package org.example.client;

import feign.Feign;
import feign.Request;
import feign.Response;
import feign.Retryer;
import feign.Target;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Feign with its own client, which is on {@code HttpURLConnection}. */
public final class FeignDefault implements Client {
    private final Underway underway = new Underway();
    private final FeignCalls calls;

    @SuppressWarnings("deprecation") // the name that all versions have
    public FeignDefault(Duration timeout) {
        calls = calls(timeout, new feign.Client.Default(null, null) {
            @Override
            public HttpURLConnection getConnection(URL url) throws IOException {
                HttpURLConnection connection = super.getConnection(url);
                underway.request(connection::disconnect);
                return connection;
            }
        });
    }

    static FeignCalls calls(Duration timeout, feign.Client client) {
        return Feign.builder()
                .client(client)
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(10, TimeUnit.SECONDS, timeout.toMillis(), TimeUnit.MILLISECONDS, true))
                .target(Target.EmptyTarget.create(FeignCalls.class));
    }

    static int send(FeignCalls calls, String address, byte @Nullable [] body) throws IOException {
        URI uri = URI.create(address);
        try (Response response = body == null ? calls.get(uri) : calls.post(uri, body)) {
            int length = 0;
            if (response.body() != null) {
                try (InputStream in = response.body().asInputStream()) {
                    length = in.readAllBytes().length;
                }
            }
            for (String expected : response.headers().getOrDefault("content-length", List.of())) {
                if (length < Integer.parseInt(expected)) {
                    throw new EOFException(); // JDK 17 keeps that to itself
                }
            }
            return response.status();
        }
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws IOException {
        return send(calls, address, body);
    }

    @Override
    public void cancel(Thread sending) {
        underway.cancel(sending);
    }
}
