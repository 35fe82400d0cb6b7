package org.example.client;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Spring's RestClient on Apache HttpClient 5. */
public final class SpringApache implements Client {
    private final Underway underway = new Underway();
    private final CloseableHttpClient apache;
    private final RestClient client;

    public SpringApache(Duration timeout) {
        apache = HttpClientBuilder.create()
                .setDefaultRequestConfig(ApacheClassic.config(timeout))
                .build();
        client = SpringJdk.client(new HttpComponentsClientHttpRequestFactory(apache) {
            @Override
            protected void postProcessHttpRequest(ClassicHttpRequest request) {
                underway.request(((HttpUriRequestBase) request)::cancel);
            }
        });
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) {
        return SpringJdk.send(client, method, address, body);
    }

    @Override
    public void cancel(Thread sending) {
        underway.cancel(sending);
    }

    @Override
    public void close() throws IOException {
        apache.close();
    }
}
