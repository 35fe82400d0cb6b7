package org.example.client;

import io.ktor.client.engine.okhttp.OkHttp;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ktor's client with the engine that sends by OkHttp. */
public final class KtorOkHttp implements Client {
    private final Ktor client;

    public KtorOkHttp(Duration timeout) {
        client = Ktor.of(OkHttp.INSTANCE, engine -> engine.setPreconfigured(OkHttpExecute.client(timeout)));
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws InterruptedException {
        return client.send(method, address, body);
    }

    @Override
    public void close() {
        client.close();
    }
}
