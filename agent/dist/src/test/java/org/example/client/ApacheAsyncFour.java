package org.example.client;

import java.io.IOException;
import java.time.Duration;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.jspecify.annotations.Nullable;

/** Apache HttpAsyncClient 4. */
public final class ApacheAsyncFour implements Client {
    private final CloseableHttpAsyncClient client;

    public ApacheAsyncFour(Duration timeout) {
        RequestConfig config = RequestConfig.custom()
                .setSocketTimeout((int) timeout.toMillis())
                .build();
        client = HttpAsyncClientBuilder.create().setDefaultRequestConfig(config).build();
        client.start();
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws Exception {
        HttpUriRequest request;
        if (body == null) {
            request = new HttpGet(address);
        } else {
            HttpPost post = new HttpPost(address);
            post.setEntity(new ByteArrayEntity(body));
            request = post;
        }
        return Futures.await(client.execute(request, null)).getStatusLine().getStatusCode();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
