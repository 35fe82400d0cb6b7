package dev.perfagent.observe.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that was made of a text or of bytes, and so can be read again without anybody noticing. That of any
 * other is left alone: it may be there once only.
 */
final class RequestBody implements Flow.Subscriber<ByteBuffer> {
    /** Enough for a query with its fields; the name of its operation stands near its start. */
    private static final int MOST_BYTES = 32 * 1024;

    private static final String JDK = "jdk.internal.net.http.RequestPublishers$";

    private final StringBuilder text = new StringBuilder();
    private Flow.@Nullable Subscription subscription;

    private RequestBody() {}

    /** The start of it; null when it is not one of these. */
    static @Nullable String text(Object body) {
        if (body instanceof String text) {
            return text.length() <= MOST_BYTES ? text : text.substring(0, MOST_BYTES);
        }
        if (body instanceof ByteArrayOutputStream filled) {
            return filled.size() <= MOST_BYTES ? filled.toString(StandardCharsets.UTF_8) : null;
        }
        if (body instanceof byte[] bytes) {
            return new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), StandardCharsets.UTF_8);
        }
        return body instanceof Flow.Publisher<?> publisher
                        && isOfJdk(body.getClass().getName())
                ? read(publisher)
                : null;
    }

    private static boolean isOfJdk(String type) {
        return type.startsWith(JDK) && (type.endsWith("$StringPublisher") || type.endsWith("$ByteArrayPublisher"));
    }

    /** These hand over their bytes at once, on this thread. */
    @SuppressWarnings("unchecked") // all publishers of that class are of bytes
    private static String read(Flow.Publisher<?> publisher) {
        RequestBody reader = new RequestBody();
        ((Flow.Publisher<ByteBuffer>) publisher).subscribe(reader);
        return reader.text.toString();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(ByteBuffer part) {
        int length = Math.min(part.remaining(), MOST_BYTES - text.length());
        byte[] bytes = new byte[length];
        part.get(bytes);
        text.append(new String(bytes, StandardCharsets.UTF_8));
        Flow.Subscription from = subscription;
        if (from != null) {
            if (text.length() < MOST_BYTES) {
                from.request(1);
            } else {
                from.cancel();
            }
        }
    }

    @Override
    public void onError(Throwable thrown) {
        text.setLength(0);
    }

    @Override
    public void onComplete() {
        subscription = null;
    }
}
