package org.example.client;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.jspecify.annotations.Nullable;

/** google-http-client with Apache HttpClient 4. */
public final class GoogleApache implements Client {
    private final Underway underway = new Underway();
    private final Duration timeout;
    private final HttpTransport transport;

    public GoogleApache(Duration timeout) {
        this.timeout = timeout;
        // As its default client is; the method that has such a builder came in 1.31.
        transport = new ApacheHttpTransport(HttpClientBuilder.create()
                .setMaxConnTotal(200)
                .setMaxConnPerRoute(20)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .setRequestExecutor(new HttpRequestExecutor() {
                    @Override
                    public HttpResponse execute(
                            HttpRequest request, HttpClientConnection connection, HttpContext context)
                            throws IOException, HttpException {
                        underway.request(() -> shutDown(connection));
                        return super.execute(request, connection, context);
                    }
                })
                .build());
    }

    private static void shutDown(HttpConnection connection) {
        try {
            connection.shutdown();
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws IOException {
        return GoogleNet.send(transport, timeout, method, address, body);
    }

    @Override
    public void cancel(Thread sending) {
        underway.cancel(sending);
    }

    @Override
    public void close() throws IOException {
        transport.shutdown();
    }
}
