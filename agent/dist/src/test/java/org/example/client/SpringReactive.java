package org.example.client;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/** Spring's WebClient as it is by default, on Reactor Netty. */
public final class SpringReactive implements Client {
    private final WebClient client;

    public SpringReactive(Duration timeout) {
        client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(ReactorNetty.client(timeout)))
                .build();
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws Exception {
        WebClient.RequestBodySpec request =
                client.method(HttpMethod.valueOf(method)).uri(URI.create(address));
        WebClient.RequestHeadersSpec<?> sent = body == null ? request : request.bodyValue(body);
        return Objects.requireNonNull(Futures.await(sent.exchangeToMono(response -> response.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(all -> response.statusCode().value()))
                .toFuture()));
    }
}
