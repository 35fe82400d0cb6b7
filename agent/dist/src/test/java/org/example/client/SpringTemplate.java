package org.example.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

/** Spring's RestTemplate as it is by default, on {@code HttpURLConnection}. */
public final class SpringTemplate implements Client {
    private final Underway underway = new Underway();
    private final RestTemplate template;

    public SpringTemplate(Duration timeout) {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory() {
            @Override
            protected void prepareConnection(HttpURLConnection connection, String method) throws IOException {
                super.prepareConnection(connection, method);
                underway.request(connection::disconnect);
            }
        };
        requests.setReadTimeout(timeout);
        template = new RestTemplate(requests);
        template.setErrorHandler(response -> false);
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) {
        return Objects.requireNonNull(template.execute(
                URI.create(address),
                HttpMethod.valueOf(method),
                request -> {
                    if (body != null) {
                        request.getBody().write(body);
                    }
                },
                response -> {
                    int length = response.getBody().readAllBytes().length;
                    if (length < response.getHeaders().getContentLength()) {
                        throw new EOFException(); // JDK 17 keeps that to itself
                    }
                    return response.getStatusCode().value();
                }));
    }

    @Override
    public void cancel(Thread sending) {
        underway.cancel(sending);
    }
}
