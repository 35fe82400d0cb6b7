package dev.perfagent.observe.http;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Asks the application's handler, and lets its subscriber alone unless the answer may be a limit. The application gets the body
 * that its own subscriber makes.
 */
final class ObservedBodyHandler<T> implements BodyHandler<T> {
    private final BodyHandler<T> handler;
    private final ObservedBody body;
    private final boolean isGraphQl;

    private ObservedBodyHandler(BodyHandler<T> handler, ObservedBody body, boolean isGraphQl) {
        this.handler = handler;
        this.body = body;
        this.isGraphQl = isGraphQl;
    }

    /** In the place of a handler; null for something else. */
    static @Nullable Object of(Object source, ObservedBody body, boolean isGraphQl) {
        return source instanceof BodyHandler<?> handler ? new ObservedBodyHandler<>(handler, body, isGraphQl) : null;
    }

    @Override
    public BodySubscriber<T> apply(ResponseInfo answer) {
        BodySubscriber<T> subscriber = handler.apply(answer);
        int status = answer.statusCode();
        boolean mayBeLimit = status == 403 || status == 429 || isGraphQl && status == 200;
        return mayBeLimit && subscriber != null ? new Observed<>(subscriber, body) : subscriber;
    }

    /** Passes on what the client gives, and sees the bytes of it. */
    private record Observed<T>(BodySubscriber<T> subscriber, ObservedBody body) implements BodySubscriber<T> {
        @Override
        public CompletionStage<T> getBody() {
            return subscriber.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                body.read(part);
            }
            subscriber.onNext(parts);
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
