package org.example.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** OkHttp, on the calling thread. */
public final class OkHttpExecute implements Client {
    private final Map<Thread, Call> calls = new ConcurrentHashMap<>();
    private final OkHttpClient client;

    public OkHttpExecute(Duration timeout) {
        this(client(timeout));
    }

    OkHttpExecute(OkHttpClient client) {
        this.client = client;
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws IOException {
        Call call = client.newCall(request(method, address, body));
        calls.put(Thread.currentThread(), call);
        try (Response response = call.execute()) {
            return statusOf(response);
        }
    }

    @Override
    public void cancel(Thread sending) {
        Call call = calls.get(sending);
        if (call != null) {
            call.cancel();
        }
    }

    static OkHttpClient client(Duration timeout) {
        return new OkHttpClient.Builder().readTimeout(timeout).build();
    }

    @SuppressWarnings("deprecation") // the one way to make a body of bytes that versions 3, 4 and 5 all have
    static Request request(String method, String address, byte @Nullable [] body) {
        return new Request.Builder()
                .url(address)
                .method(method, body == null ? null : RequestBody.create(null, body))
                .build();
    }

    static int statusOf(Response response) throws IOException {
        ResponseBody body = response.body();
        if (body != null) {
            body.bytes();
        }
        return response.code();
    }
}
