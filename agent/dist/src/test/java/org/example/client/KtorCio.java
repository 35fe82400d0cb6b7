package org.example.client;

import io.ktor.client.engine.cio.CIO;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ktor's client with the engine that is all its own. */
public final class KtorCio implements Client {
    private final Ktor client;

    public KtorCio(Duration timeout) {
        client = Ktor.of(CIO.INSTANCE, engine -> engine.setRequestTimeout(timeout.toMillis()));
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
