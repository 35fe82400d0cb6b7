package org.example.client;

import feign.okhttp.OkHttpClient;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Feign with OkHttp. */
public final class FeignOkHttp implements Client {
    private final okhttp3.OkHttpClient okHttp;
    private final FeignCalls calls;

    public FeignOkHttp(Duration timeout) {
        okHttp = OkHttpExecute.client(timeout);
        calls = FeignDefault.calls(timeout, new OkHttpClient(okHttp));
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws IOException {
        return FeignDefault.send(calls, address, body);
    }

    /** One thread sends at a time when something is cancelled. Feign makes a client of its own, with the same dispatcher. */
    @Override
    public void cancel(Thread sending) {
        okHttp.dispatcher().cancelAll();
    }
}
