package dev.perfagent.probe.jetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.Collection;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports a request that is sent. The name of a GraphQL request is read from its body, if Jetty made
 * that of a text or of bytes. Each major version keeps it elsewhere.
 */
final class SendAdvice {
    private SendAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    @SuppressWarnings("deprecation") // what version 9 has instead
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) Request request) {
        boolean authenticated = false;
        Iterable<HttpField> headers = request.getHeaders(); // a class in version 9, an interface later
        for (HttpField header : headers) {
            authenticated |= "Authorization".equalsIgnoreCase(header.getName());
        }
        byte[] text = null;
        if (String.valueOf(request.getPath()).endsWith("/graphql")) {
            try {
                Object content;
                try {
                    content = request.getBody();
                } catch (NoSuchMethodError version9) {
                    content = request.getContent();
                }
                Class<?> type = content == null ? null : content.getClass();
                while (type != null
                        && !type.getSimpleName().equals("BytesRequestContent")
                        && !type.getSimpleName().equals("BytesContentProvider")) {
                    type = type.getSuperclass();
                }
                if (type != null) {
                    try {
                        Field bytes = type.getDeclaredField("bytes");
                        bytes.setAccessible(true);
                        text = ((byte[][]) bytes.get(content))[0];
                    } catch (NoSuchFieldException version12) {
                        Collection<?> buffers =
                                (Collection<?>) type.getMethod("getByteBuffers").invoke(content);
                        ByteBuffer first = ((ByteBuffer) buffers.iterator().next()).duplicate();
                        text = new byte[Math.min(first.remaining(), 32768)];
                        first.get(text);
                    }
                }
            } catch (Throwable unknown) {
                // The request is reported, without its name.
                text = null;
            }
        }
        return Handoff.enter(site, request, new Object[] {request.getMethod(), request.getURI(), authenticated, text});
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
