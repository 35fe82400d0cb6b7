package org.example.client;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient 5, the asynchronous API. */
public final class ApacheAsync implements Client {
    private final CloseableHttpAsyncClient client;

    public ApacheAsync(Duration timeout) {
        this(HttpAsyncClientBuilder.create()
                .setDefaultRequestConfig(ApacheClassic.config(timeout))
                .build());
    }

    ApacheAsync(CloseableHttpAsyncClient client) {
        this.client = client;
        client.start();
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws Exception {
        SimpleRequestBuilder request = SimpleRequestBuilder.create(method).setUri(address);
        if (body != null) {
            request.setBody(body, ContentType.APPLICATION_OCTET_STREAM);
        }
        SimpleHttpRequest built = request.build();
        return Futures.await(client.execute(built, null)).getCode();
    }

    @Override
    public void close() throws IOException {
        client.close(CloseMode.IMMEDIATE);
    }
}
