package dev.perfagent.observe.http;

import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** By what an application is to read a body, so that we see what it reads. */
final class ObservedSources {
    private ObservedSources() {}

    /**
     * In the place of what the client lets it read by.
     *
     * @param source see {@link dev.perfagent.hook.Site#HTTP_ANSWER_BODY}
     * @param body gets what is read
     * @param isGraphQl whether an answer with status 200 matters too
     * @return null for a piece of a body, and for a source of no known kind
     */
    static @Nullable Object of(Object source, ObservedBody body, boolean isGraphQl) {
        if (source instanceof InputStream stream) {
            return new ObservedStream(stream, body);
        }
        if (source instanceof ByteBuffer piece) {
            body.read(piece);
            return null;
        }
        if (source instanceof Object[] both && both.length == 2 && both[1] instanceof Class<?> type) {
            // Of another one we could not call the methods.
            boolean isOpen =
                    Modifier.isPublic(type.getModifiers()) && type.getModule().isExported(type.getPackageName());
            return isOpen
                    ? Proxy.newProxyInstance(
                            type.getClassLoader(), new Class<?>[] {type}, new ObservedObject(both[0], body))
                    : null;
        }
        return ObservedBodyHandler.of(source, body, isGraphQl);
    }
}
