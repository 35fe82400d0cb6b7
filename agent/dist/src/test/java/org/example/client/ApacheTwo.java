package org.example.client;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.impl.async.H2AsyncClientBuilder;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient 5, the asynchronous API by HTTP/2. Only a connection has a time to wait there, not a request. */
public final class ApacheTwo implements Client {
    private final ApacheAsync client;

    public ApacheTwo(Duration timeout) {
        client = new ApacheAsync(H2AsyncClientBuilder.create()
                .disableAutomaticRetries() // a connection that timed out would be tried again
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setSoTimeout(Timeout.ofMilliseconds(timeout.toMillis()))
                        .build())
                .build());
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws Exception {
        return client.send(method, address, body);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
