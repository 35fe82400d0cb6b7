package org.example;

import java.util.concurrent.CountDownLatch;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.ContinuationImpl;

/** What Kotlin's compiler makes of suspending functions, written in Java. */
public final class Suspending {
    private Suspending() {}

    /** See the class. */
    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        new Caller(new Root(ended)).resumeWith(Unit.INSTANCE);
        ended.await();
        System.out.println("ended");
    }

    /** It waits twice, and is entered three times: first with its caller, then with its own state. */
    static Object twice(Continuation<?> last) {
        Twice state = last instanceof Twice own ? own : new Twice(last);
        return state.waits++ < 2 ? once(state) : Unit.INSTANCE;
    }

    /** It waits without a thread, and is not entered again: what it returns is what its last call returns. */
    static Object once(Continuation<?> last) {
        return sleep(last);
    }

    @SuppressWarnings("unchecked")
    private static Object sleep(Continuation<?> last) {
        new Thread(() -> {
                    try {
                        Thread.sleep(20);
                    } catch (InterruptedException impatient) {
                        Thread.currentThread().interrupt();
                    }
                    ((Continuation<Object>) last).resumeWith(Unit.INSTANCE);
                })
                .start();
        return IntrinsicsKt.getCOROUTINE_SUSPENDED();
    }

    private static final class Caller extends ContinuationImpl {
        private static final long serialVersionUID = 1;
        private boolean hasCalled;

        private Caller(Continuation<Object> completion) {
            super(completion);
        }

        @Override
        protected Object invokeSuspend(Object result) {
            if (hasCalled) {
                return result;
            }
            hasCalled = true;
            return twice(this);
        }
    }

    private static final class Twice extends ContinuationImpl {
        private static final long serialVersionUID = 1;
        private int waits;

        @SuppressWarnings("unchecked")
        private Twice(Continuation<?> completion) {
            super((Continuation<Object>) completion);
        }

        @Override
        protected Object invokeSuspend(Object result) {
            return twice(this);
        }
    }

    private record Root(CountDownLatch ended) implements Continuation<Object> {
        @Override
        public CoroutineContext getContext() {
            return EmptyCoroutineContext.INSTANCE;
        }

        @Override
        public void resumeWith(Object result) {
            ended.countDown();
        }
    }
}
