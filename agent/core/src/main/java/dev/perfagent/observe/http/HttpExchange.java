package dev.perfagent.observe.http;

import dev.perfagent.record.Clock;
import dev.perfagent.record.HttpCall;
import dev.perfagent.record.ThreadState;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call: one request, and one more for each answer on the way that the client followed, such as a redirect, or a
 * refusal to which it had credentials.
 */
final class HttpExchange implements OpenRequest, BiConsumer<Object, Throwable> {
    private static final int ELEMENTS = 5;

    private HttpRequestFacts request;
    private final HttpThread sender;
    private final HttpRecorder http;
    private final Clock clock;
    private final boolean hasMethods;
    private final long startNanos;
    private int depth;
    private boolean ended;
    private boolean counted;
    private boolean isUnderWay;
    private boolean isPending;
    private int atOnce = 1;
    private @Nullable HttpCall onTheWay;
    private @Nullable CompletableFuture<?> future;
    private @Nullable ByteArrayOutputStream body;

    /** Of a GraphQL request, what was known later than its start; null for nothing. */
    private @Nullable Object bodySent;

    /** What its answer, which has come, means for the next request. */
    private @Nullable RefusedRequest refusal;

    /** The answer's body, where it is read by the application before or after that is known. */
    private @Nullable ObservedBody answerBody;

    /**
     * A call begins.
     *
     * @param hasMethods whether several methods take part in it, so that not each that is left has an answer
     * @param isNested whether it is part of another client's call, and so none of its own
     */
    HttpExchange(
            HttpRequestFacts request,
            HttpThread sender,
            HttpRecorder http,
            Clock clock,
            boolean hasMethods,
            boolean isNested) {
        this.request = isNested ? HttpRequestFacts.FORGOTTEN : request;
        this.sender = sender;
        this.http = http;
        this.clock = clock;
        this.hasMethods = hasMethods;
        this.ended = isNested;
        this.startNanos = clock.nanos();
    }

    /** Whether its answer is still wanted. */
    synchronized boolean isOpen() {
        return !ended;
    }

    @Override
    public synchronized boolean isWaitingFor(HttpRequestFacts other) {
        return !ended && request.isSame(other);
    }

    /** Whether its future is complete, be it that we were not called yet. */
    synchronized boolean isAnswered() {
        return future != null && future.isDone();
    }

    /** How many requests are under way, with it. */
    synchronized void atOnce(int requests) {
        atOnce = Math.max(atOnce, requests);
    }

    /** It is sent, and no thread waits for it: it is under way until its answer comes. */
    synchronized void underWay() {
        if (!ended) {
            isUnderWay = true;
            atOnce(http.begun());
        }
    }

    /** The end of the run waits for its answer. */
    synchronized void pending() {
        isPending = true;
    }

    /** A method that may have its answer is entered. */
    synchronized void entered() {
        depth++;
    }

    /** It is sent, and the answer comes later: to that future, or else by a method. */
    synchronized void sent(ThreadState thread, @Nullable CompletableFuture<?> completes) {
        future = completes;
        count(thread);
    }

    private synchronized void count(ThreadState thread) {
        if (!counted) {
            counted = true;
            thread.requests++;
        }
    }

    /**
     * A method of it is left.
     *
     * @param result see {@link dev.perfagent.hook.Site#HTTP_CALL}
     */
    synchronized void left(ThreadState thread, @Nullable Object result, boolean failed) {
        depth--;
        if (!ended && result instanceof ByteArrayOutputStream filled) {
            body = filled;
        }
        if (ended || hasMethods && !(result instanceof Object[]) && !failed) {
            return;
        }
        if (depth > 0) {
            List<HttpCall> calls = answers(result, 0);
            if (!calls.isEmpty()) {
                passed(calls.get(0));
            }
            return;
        }
        if (end(result, failed)) {
            count(thread);
        }
    }

    /** It could not be sent. */
    void notSent(ThreadState thread) {
        if (end(null, true)) {
            count(thread);
        }
    }

    /** The future is complete, on a thread of the client's own. */
    @Override
    public void accept(@Nullable Object result, @Nullable Throwable thrown) {
        try {
            end(result, thrown != null);
        } catch (Throwable failure) {
            // Whoever completes the future may not be stopped by us.
            return;
        }
    }

    /** Nothing was sent, and will not be. */
    synchronized void over() {
        ended();
        settled();
        forget();
    }

    /** The object that stands for it may live on for long, and this with it: what it was about is not needed any more. */
    private void forget() {
        request = HttpRequestFacts.FORGOTTEN;
        future = null;
        onTheWay = null;
        body = null;
        bodySent = null;
        answerBody = null;
    }

    /**
     * The run ends. The application's own stages run before ours and may have ended it, so the answer may be there already; a
     * request without one was sent all the same.
     */
    void settle() {
        Object result = null;
        boolean failed = false;
        CompletableFuture<?> completes = future;
        if (completes != null && completes.isDone()) {
            failed = completes.isCompletedExceptionally();
            result = failed ? null : completes.getNow(null);
        }
        end(result, failed);
    }

    /** Whether the body of its answer may say more than the rest of it. */
    synchronized boolean isBodyWanted() {
        return ended ? refusal != null && refusal.mayBeExplained() : http.mayBeApi(request.uri());
    }

    /** Whether what it sends has its name. */
    synchronized boolean isGraphQl() {
        return !ended && RefusedRequest.isGraphQl(request.uri());
    }

    /**
     * The application will read the answer's body.
     *
     * @param source by which the client lets it read
     * @return another one, by which it reads the same and we see it too; null when nobody wants to know
     */
    synchronized @Nullable Object observed(Object source) {
        if (!isBodyWanted()) {
            return null;
        }
        ObservedBody seen = answerBody;
        if (seen == null) {
            seen = new ObservedBody();
            answerBody = seen;
            if (refusal != null) {
                seen.explains(refusal);
            }
        }
        return ObservedSources.of(source, seen, !ended && RefusedRequest.isGraphQl(request.uri()));
    }

    /** What it sends is known now. */
    synchronized void sends(Object bytes) {
        bodySent = ended ? null : bytes;
    }

    /** The name of a GraphQL request: from the body that was known at its start, or else from what was sent later. */
    private @Nullable String operation() {
        String known = request.operation();
        Object later = bodySent == null ? body : bodySent;
        return known != null || later == null || !RefusedRequest.isGraphQl(request.uri())
                ? known
                : HttpRequestFacts.operation(later);
    }

    private void ended() {
        ended = true;
        if (isUnderWay) {
            isUnderWay = false;
            http.ended();
        }
    }

    /** Whether this was the end, and a request was sent. */
    private synchronized boolean end(@Nullable Object result, boolean failed) {
        if (ended) {
            return false;
        }
        ended();
        try {
            return record(result, failed);
        } finally {
            settled(); // not before: until then the end of the run waits for it
        }
    }

    /** Only if it is one of those: to look among them, the JVM would have to make a hash of an object that is locked. */
    private void settled() {
        if (isPending) {
            isPending = false;
            http.settled(this);
        }
    }

    private boolean record(@Nullable Object result, boolean failed) {
        long nanos = clock.nanos() - startNanos;
        List<HttpCall> calls = answers(result, nanos);
        if (calls.isEmpty() && result instanceof Object[]) {
            forget();
            return false; // a cache of the client's own knew the answer
        }
        HttpCall last = calls.isEmpty()
                ? new HttpCall(
                        request.method(),
                        request.uri(),
                        nanos,
                        null,
                        failed,
                        null,
                        request.authenticated(),
                        operation(),
                        null,
                        null,
                        null)
                : calls.get(0);
        passed(last);
        http.add(last, atOnce);
        refusal = http.answered(sender, last, request);
        if (answerBody != null && refusal != null) {
            answerBody.explains(refusal);
        }
        for (int i = 1; i < calls.size(); i++) {
            http.add(calls.get(i), 1);
        }
        forget();
        return true;
    }

    /** The calls of which those are the answers, the last one first; their time is all in the last one's. */
    private List<HttpCall> answers(@Nullable Object result, long nanos) {
        if (result instanceof Object[] answers) {
            List<HttpCall> calls = new ArrayList<>(1);
            for (int i = 0; i + ELEMENTS <= answers.length; i += ELEMENTS) {
                calls.add(answer(answers, i, i == 0 ? nanos : 0));
            }
            return calls;
        }
        return result == null ? List.of() : JdkAnswers.of(result, request, nanos);
    }

    private HttpCall answer(Object[] answers, int at, long nanos) {
        URI uri = request.uriOf(answers[at + 1]);
        Integer status = answers[at + 2] instanceof Integer known ? known : null;
        return new HttpCall(
                answers[at] instanceof String method ? method : request.method(),
                uri,
                nanos,
                status,
                status == null,
                answers[at + 3] instanceof Map<?, ?> headers ? new HeaderMap(headers, false) : null,
                request.authenticated(),
                operation(),
                null,
                bytesSent(answers[at + 4]),
                null);
    }

    private @Nullable Long bytesSent(@Nullable Object given) {
        if (given == null && body != null) {
            return (Long) (long) body.size();
        }
        return given == null ? request.bytes() : HttpRequestFacts.size(given);
    }

    /** An answer that another one follows was one of its own; the same one seen again was not. */
    private void passed(HttpCall call) {
        HttpCall before = onTheWay;
        if (before != null && !isSame(before, call)) {
            http.add(
                    new HttpCall(
                            before.method(),
                            before.uri(),
                            0,
                            before.status(),
                            false,
                            null, // where methods see answers pass, the client has the headers of the last one only
                            before.authenticated(),
                            null,
                            null,
                            before.bytesSent(),
                            null),
                    1);
        }
        onTheWay = call.status() == null ? before : call;
    }

    private static boolean isSame(HttpCall a, HttpCall b) {
        return b.status() == null || (b.status().equals(a.status()) && a.uri().equals(b.uri()));
    }
}
