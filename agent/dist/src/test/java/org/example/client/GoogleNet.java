package org.example.client;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** google-http-client with its own transport, which is on {@code HttpURLConnection}. */
public final class GoogleNet implements Client {
    private final Underway underway = new Underway();
    private final Duration timeout;
    private final HttpTransport transport;

    public GoogleNet(Duration timeout) {
        this.timeout = timeout;
        transport = new NetHttpTransport.Builder()
                .setConnectionFactory(url -> {
                    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
                    underway.request(connection::disconnect);
                    return connection;
                })
                .build();
    }

    static int send(HttpTransport transport, Duration timeout, String method, String address, byte @Nullable [] body)
            throws IOException {
        HttpRequest request = transport
                .createRequestFactory()
                .buildRequest(
                        method,
                        new GenericUrl(address),
                        body == null ? null : new ByteArrayContent("application/octet-stream", body));
        request.setReadTimeout((int) timeout.toMillis());
        request.setThrowExceptionOnExecuteError(false);
        HttpResponse response = request.execute();
        try (InputStream in = response.getContent()) {
            if (in != null) {
                in.readAllBytes();
            }
            return response.getStatusCode();
        } finally {
            response.disconnect();
        }
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws IOException {
        return send(transport, timeout, method, address, body);
    }

    @Override
    public void cancel(Thread sending) {
        underway.cancel(sending);
    }
}
