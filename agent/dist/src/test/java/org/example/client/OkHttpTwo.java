package org.example.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** OkHttp by HTTP/2, of which it knows that the server has it. */
public final class OkHttpTwo implements Client {
    private final OkHttpExecute client;

    public OkHttpTwo(Duration timeout) {
        client = new OkHttpExecute(OkHttpExecute.client(timeout)
                .newBuilder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build());
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws IOException {
        return client.send(method, address, body);
    }

    @Override
    public void cancel(Thread sending) {
        client.cancel(sending);
    }
}
