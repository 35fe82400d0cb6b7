package org.example.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient 4. */
public final class ApacheFour implements Client {
    private final Map<Thread, HttpRequestBase> requests = new ConcurrentHashMap<>();
    private final CloseableHttpClient client;

    public ApacheFour(Duration timeout) {
        client = client(timeout);
    }

    static CloseableHttpClient client(Duration timeout) {
        RequestConfig config = RequestConfig.custom()
                .setSocketTimeout((int) timeout.toMillis())
                .build();
        return HttpClientBuilder.create().setDefaultRequestConfig(config).build();
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws IOException {
        HttpRequestBase request;
        if (body == null) {
            request = new HttpGet(address);
        } else {
            HttpPost post = new HttpPost(address);
            post.setEntity(new ByteArrayEntity(body));
            request = post;
        }
        requests.put(Thread.currentThread(), request);
        try (CloseableHttpResponse answer = client.execute(request)) {
            EntityUtils.consume(answer.getEntity());
            return answer.getStatusLine().getStatusCode();
        }
    }

    @Override
    public void cancel(Thread sending) {
        HttpRequestBase request = requests.get(sending);
        if (request != null) {
            request.abort();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
