package org.example.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Reactor Netty's own client. */
public final class ReactorNetty implements Client {
    private final HttpClient client;

    public ReactorNetty(Duration timeout) {
        this(client(timeout));
    }

    ReactorNetty(HttpClient client) {
        this.client = client;
    }

    static HttpClient client(Duration timeout) {
        return HttpClient.create().followRedirect(true).responseTimeout(timeout);
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws Exception {
        HttpClient.ResponseReceiver<?> request = body == null
                ? client.get().uri(address)
                : client.headers(headers -> headers.set("Content-Length", body.length))
                        .post()
                        .uri(address)
                        .send((sent, out) -> out.sendByteArray(Mono.just(body)));
        CompletableFuture<Integer> status = request.responseSingle((response, content) -> content.asByteArray()
                        .defaultIfEmpty(new byte[0])
                        .map(all -> response.status().code()))
                .toFuture();
        return Futures.await(status);
    }
}
