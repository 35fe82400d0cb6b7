package dev.perfagent.observe.http;

import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Stands for an object of a client, behind an interface: passes on all that it is asked, and sees the bytes that go by. */
final class ObservedObject implements InvocationHandler {
    private final Object object;
    private final ObservedBody body;

    ObservedObject(Object object, ObservedBody body) {
        this.object = object;
        this.body = body;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object first = arguments != null && arguments.length == 1 ? arguments[0] : null;
        if (method.getName().equals("equals")) {
            return (Boolean) (first == proxy);
        }
        if (first instanceof ByteBuffer bytes) {
            body.read(bytes);
        }
        try {
            Object result = method.invoke(object, arguments);
            return result instanceof InputStream stream ? new ObservedStream(stream, body) : result;
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
