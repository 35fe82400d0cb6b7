package org.example.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** OkHttp, on threads of its dispatcher. */
public final class OkHttpEnqueue implements Client {
    private final OkHttpClient client;

    public OkHttpEnqueue(Duration timeout) {
        client = OkHttpExecute.client(timeout);
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws Exception {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Call sent = client.newCall(OkHttpExecute.request(method, address, body));
        sent.enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException failed) {
                status.completeExceptionally(failed);
            }

            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    status.complete(OkHttpExecute.statusOf(response));
                } catch (IOException failed) {
                    status.completeExceptionally(failed);
                }
            }
        });
        try {
            return Futures.await(status);
        } catch (InterruptedException givenUp) {
            sent.cancel();
            throw givenUp;
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
    }
}
