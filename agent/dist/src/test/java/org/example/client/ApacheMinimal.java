package org.example.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient 5, the classic API, by a minimal client, which follows no redirects. */
public final class ApacheMinimal implements Client {
    private final Map<Thread, HttpUriRequestBase> requests = new ConcurrentHashMap<>();
    private final CloseableHttpClient client = HttpClients.createMinimal();
    private final Duration timeout;

    public ApacheMinimal(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, URI.create(address));
        request.setConfig(ApacheClassic.config(timeout));
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));
        }
        requests.put(Thread.currentThread(), request);
        return client.execute(request, answer -> {
            EntityUtils.consume(answer.getEntity());
            return answer.getCode();
        });
    }

    @Override
    public void cancel(Thread sending) {
        HttpUriRequestBase request = requests.get(sending);
        if (request != null) {
            request.cancel();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
