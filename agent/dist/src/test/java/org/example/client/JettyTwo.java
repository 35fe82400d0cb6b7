package org.example.client;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Jetty's client by HTTP/2, called by name as {@link JettyCalls} is. */
public final class JettyTwo implements Client {
    private static final String HTTP_2 = "org.eclipse.jetty.http2.client.";

    private final JettyCalls client;

    public JettyTwo(Duration timeout) throws Exception {
        this(timeout, JettyTwo.class.getClassLoader());
    }

    /** By the version that the loader has. */
    public JettyTwo(Duration timeout, ClassLoader loader) throws Exception {
        Class<?> protocol = loader.loadClass(HTTP_2 + "HTTP2Client");
        Object transport = transport(loader)
                .getConstructor(protocol)
                .newInstance(protocol.getConstructor().newInstance());
        client = new JettyCalls(timeout, client(loader, transport));
    }

    private static Object client(ClassLoader loader, Object transport) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass("org.eclipse.jetty.client.HttpClient");
        Class<?> kind = loader.loadClass("org.eclipse.jetty.client.HttpClientTransport");
        for (Constructor<?> each : type.getConstructors()) {
            Class<?>[] parameters = each.getParameterTypes();
            if (parameters.length == 2 && parameters[0] == kind) {
                return each.newInstance(transport, null); // of version 9, without anything for TLS
            }
        }
        return type.getConstructor(kind).newInstance(transport);
    }

    private static Class<?> transport(ClassLoader loader) throws ClassNotFoundException {
        try {
            return loader.loadClass(HTTP_2 + "transport.HttpClientTransportOverHTTP2");
        } catch (ClassNotFoundException ofAnotherVersion) {
            return loader.loadClass(HTTP_2 + "http.HttpClientTransportOverHTTP2");
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
