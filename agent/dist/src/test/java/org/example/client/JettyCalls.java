package org.example.client;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's client, called by name because versions 9, 10, 11 and 12 have their types in different packages, and because one JVM
 * tries several of them, each by a class loader of its own.
 */
public final class JettyCalls implements Client {
    private static final String CLIENT = "org.eclipse.jetty.client.";

    /** A body of version 12, of 10 and 11, of 9. */
    private static final List<String> BODIES =
            List.of("BytesRequestContent", "util.BytesRequestContent", "util.BytesContentProvider");

    private final Object client;
    private final long timeoutMillis;

    public JettyCalls(Duration timeout) throws Exception {
        this(timeout, JettyCalls.class.getClassLoader());
    }

    /** By the version that the loader has. */
    public JettyCalls(Duration timeout, ClassLoader loader) throws Exception {
        this(timeout, loader.loadClass(CLIENT + "HttpClient").getConstructor().newInstance());
    }

    JettyCalls(Duration timeout, Object made) throws Exception {
        client = made;
        client.getClass().getMethod("start").invoke(client);
        timeoutMillis = timeout.toMillis();
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) throws Exception {
        Method create = client.getClass().getMethod("newRequest", String.class);
        Class<?> type = create.getReturnType();
        Object request = create.invoke(client, address);
        type.getMethod("method", String.class).invoke(request, method);
        type.getMethod("timeout", long.class, TimeUnit.class).invoke(request, timeoutMillis, TimeUnit.MILLISECONDS);
        if (body != null) {
            give(request, type, body);
        }
        Method send = type.getMethod("send");
        try {
            Object answer = send.invoke(request);
            return (int) send.getReturnType().getMethod("getStatus").invoke(answer);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private void give(Object request, Class<?> type, byte[] body) throws Exception {
        for (Method method : type.getMethods()) {
            boolean takesContent =
                    method.getName().equals("body") || method.getName().equals("content");
            if (takesContent && method.getParameterCount() == 1) {
                for (String name : BODIES) {
                    Object given = body(name, body);
                    if (method.getParameterTypes()[0].isInstance(given)) {
                        method.invoke(request, given);
                        return;
                    }
                }
            }
        }
        throw new NoSuchMethodException("body");
    }

    private @Nullable Object body(String name, byte[] body) throws ReflectiveOperationException {
        try {
            Object bytes = new byte[][] {body};
            ClassLoader loader = client.getClass().getClassLoader();
            return loader.loadClass(CLIENT + name)
                    .getConstructor(byte[][].class)
                    .newInstance(bytes);
        } catch (ClassNotFoundException ofAnotherVersion) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            client.getClass().getMethod("stop").invoke(client);
        } catch (ReflectiveOperationException failed) {
            throw new IOException(failed);
        }
    }
}
