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
        boolean isFilled = method.getName().equals("read");
        ByteBuffer bytes = first instanceof ByteBuffer given ? given.duplicate() : null;
        if (bytes != null && !isFilled) {
            body.read(bytes);
        }
        try {
            Object result = method.invoke(object, arguments);
            if (isFilled) {
                filled(bytes, result);
            }
            return result instanceof InputStream stream ? new ObservedStream(stream, body) : result;
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    /**
     * Something was read.
     *
     * @param into the buffer that was filled, as it was before; null when there was none
     * @param result how many bytes, or what has them
     */
    private void filled(@Nullable ByteBuffer into, @Nullable Object result) {
        if (into != null && result instanceof Integer count && count > 0 && count <= into.remaining()) {
            body.read(into.limit(into.position() + count));
        } else if (result != null) {
            ByteBuffer given = buffer(result);
            if (given != null) {
                body.read(given);
            }
        }
    }

    /** The buffer that an object has, by a public interface; null when it has none. */
    private static @Nullable ByteBuffer buffer(Object piece) {
        for (Class<?> type = piece.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> each : type.getInterfaces()) {
                if (buffer(each, piece) instanceof ByteBuffer bytes) {
                    return bytes;
                }
            }
        }
        return null;
    }

    private static @Nullable Object buffer(Class<?> type, Object piece) {
        try {
            return type.getMethod("getByteBuffer").invoke(piece);
        } catch (ReflectiveOperationException | RuntimeException otherInterface) {
            return null;
        }
    }
}
