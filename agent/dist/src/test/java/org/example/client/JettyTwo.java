package org.example.client;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Jetty's client by HTTP/2, called by name because versions 9 and 12 have their types in different packages. */
public final class JettyTwo implements Client {
    private static final String HTTP_2 = "org.eclipse.jetty.http2.client.";

    private final JettyCalls client;

    public JettyTwo(Duration timeout) throws Exception {
        Class<?> protocol = Class.forName(HTTP_2 + "HTTP2Client");
        Object transport = transport()
                .getConstructor(protocol)
                .newInstance(protocol.getConstructor().newInstance());
        client = new JettyCalls(
                timeout,
                Class.forName("org.eclipse.jetty.client.HttpClient")
                        .getConstructor(Class.forName("org.eclipse.jetty.client.HttpClientTransport"))
                        .newInstance(transport));
    }

    private static Class<?> transport() throws ClassNotFoundException {
        try {
            return Class.forName(HTTP_2 + "transport.HttpClientTransportOverHTTP2");
        } catch (ClassNotFoundException ofAnotherVersion) {
            return Class.forName(HTTP_2 + "http.HttpClientTransportOverHTTP2");
        }
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
