package org.example.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.HttpProtocol;

/** Reactor Netty's own client by HTTP/2, of which it knows that the server has it. */
public final class ReactorTwo implements Client {
    private final ReactorNetty client;

    public ReactorTwo(Duration timeout) {
        client = new ReactorNetty(ReactorNetty.client(timeout).protocol(HttpProtocol.H2C));
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws Exception {
        return client.send(method, address, body);
    }
}
