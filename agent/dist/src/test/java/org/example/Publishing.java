package org.example;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Methods that return publishers, and what is done with these. For each it prints the most milliseconds that can be its work, as
 * {@code #name ms}; all other lines are the same in each run.
 */
public final class Publishing {
    private static final long NANOS_PER_MS = 1_000_000;

    private Publishing() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            flow();
            return;
        }
        chained();
        twice();
        called();
        inner();
        items();
        sources();
        demanded();
        failing();
        cancelled();
        System.out.println(unused().getClass());
    }

    /** Nobody subscribes for a while, and what is done with the value is none of its work. */
    private static void chained() {
        long from = System.nanoTime();
        Mono<Long> returned = value();
        long most = System.nanoTime() - from;
        System.out.println(returned.getClass());
        sleep(60);
        long subscribed = System.nanoTime();
        long[] end = new long[1];
        Long value = returned.map(got -> {
                    end[0] = System.nanoTime();
                    sleep(60);
                    return got + 1;
                })
                .block();
        say("value", most + end[0] - subscribed);
        System.out.println(value);
    }

    static Mono<Long> value() {
        return Mono.delay(Duration.ofMillis(30)).map(zero -> zero + 41);
    }

    private static void twice() {
        long from = System.nanoTime();
        Mono<Long> returned = again();
        System.out.println(Objects.requireNonNull(returned.block()) + Objects.requireNonNull(returned.block()));
        say("again", System.nanoTime() - from);
    }

    static Mono<Long> again() {
        return Mono.delay(Duration.ofMillis(20)).map(zero -> zero + 1);
    }

    /** Reactor calls such a publisher, and does not subscribe. */
    private static void called() {
        long from = System.nanoTime();
        System.out.println(callable().block());
        System.out.println(Mono.just(2).flatMap(two -> callable()).block());
        say("callable", System.nanoTime() - from);
    }

    static Mono<String> callable() {
        return Mono.fromCallable(() -> {
            sleep(20);
            return Thread.currentThread().getName();
        });
    }

    private static void inner() {
        long from = System.nanoTime();
        List<Long> all =
                Flux.range(1, 3).concatMap(number -> part(number)).collectList().block();
        say("part", System.nanoTime() - from);
        System.out.println(all);
    }

    static Mono<Long> part(int number) {
        return Mono.defer(() -> Mono.delay(Duration.ofMillis(10)).map(zero -> zero + number));
    }

    private static void items() {
        long from = System.nanoTime();
        System.out.println(several().collectList().block());
        say("several", System.nanoTime() - from);
    }

    static Flux<Long> several() {
        return Flux.interval(Duration.ofMillis(10)).take(3).map(number -> number * 2);
    }

    /** A source of several values, asked for them at once, and by an operator on a thread of its own. */
    private static void sources() {
        long from = System.nanoTime();
        Flux<String> returned = source();
        System.out.println(returned.collectList().block());
        System.out.println(returned.publishOn(Schedulers.single())
                .map(name -> name + " for " + Thread.currentThread().getName())
                .collectList()
                .block());
        System.out.println(returned.publishOn(Schedulers.single())
                .filter(name -> true)
                .take(2)
                .collectList()
                .block());
        say("source", System.nanoTime() - from);
        System.out.println(Flux.just(1, 2)
                .flatMap(number -> sourceOf(number))
                .collectList()
                .block());
    }

    static Flux<String> source() {
        return Flux.fromIterable(new Threads());
    }

    static Flux<Integer> sourceOf(int number) {
        return Flux.range(number, 2);
    }

    /** Three values are asked for, and then nothing any more. */
    private static void demanded() throws InterruptedException {
        long from = System.nanoTime();
        CountDownLatch ended = new CountDownLatch(1);
        exact().publishOn(Schedulers.single()).subscribe(new BaseSubscriber<String>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(3);
            }

            @Override
            protected void hookOnNext(String name) {
                System.out.println(name);
            }

            @Override
            protected void hookOnComplete() {
                ended.countDown();
            }
        });
        ended.await();
        say("exact", System.nanoTime() - from);
        Thread.sleep(60);
    }

    static Flux<String> exact() {
        return Flux.fromIterable(new Threads());
    }

    /** Three times the name of the thread that asks, each after a while. */
    private static final class Threads implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return new Iterator<>() {
                private int left = 3;

                @Override
                public boolean hasNext() {
                    return left > 0;
                }

                @Override
                public String next() {
                    if (left-- <= 0) {
                        throw new NoSuchElementException();
                    }
                    sleep(10);
                    return Thread.currentThread().getName();
                }
            };
        }
    }

    private static void failing() {
        long from = System.nanoTime();
        try {
            fails().block();
        } catch (IllegalStateException expected) {
            System.out.println(expected.getMessage());
        }
        say("fails", System.nanoTime() - from);
    }

    static Mono<Long> fails() {
        return Mono.delay(Duration.ofMillis(20)).map(zero -> {
            throw new IllegalStateException("no " + zero);
        });
    }

    private static void cancelled() throws InterruptedException {
        long from = System.nanoTime();
        Disposable subscription = unending().subscribe();
        Thread.sleep(20);
        subscription.dispose();
        say("unending", System.nanoTime() - from);
        Thread.sleep(60);
    }

    static Flux<Long> unending() {
        return Flux.<Long>never().doOnCancel(() -> System.out.println("cancelled"));
    }

    static Mono<Long> unused() {
        return Mono.delay(Duration.ofMillis(10)).map(zero -> zero);
    }

    private static void flow() throws Exception {
        for (boolean cancels : new boolean[] {false, true}) {
            long from = System.nanoTime();
            Flow.Publisher<Integer> returned = numbers();
            long most = System.nanoTime() - from;
            System.out.println(returned.getClass());
            sleep(60);
            long subscribed = System.nanoTime();
            CompletableFuture<Void> ended = new CompletableFuture<>();
            returned.subscribe(new Printing(cancels, ended));
            ended.join();
            say(cancels ? "numbers cancelled" : "numbers", most + System.nanoTime() - subscribed);
        }
    }

    static Flow.Publisher<Integer> numbers() {
        return new Numbers();
    }

    private static void say(String name, long nanos) {
        System.out.println("#" + name + " " + (double) nanos / NANOS_PER_MS);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Numbers implements Flow.Publisher<Integer> {
        @Override
        public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
            Thread worker = new Thread(() -> {
                subscriber.onSubscribe(new None());
                sleep(20);
                subscriber.onNext(1);
                subscriber.onComplete();
            });
            worker.start();
        }
    }

    private record None() implements Flow.Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {
            System.out.println("cancelled");
        }
    }

    private static final class Printing implements Flow.Subscriber<Integer> {
        private final boolean cancels;
        private final CompletableFuture<Void> ended;

        private Printing(boolean cancels, CompletableFuture<Void> ended) {
            this.cancels = cancels;
            this.ended = ended;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            if (cancels) {
                sleep(20);
                subscription.cancel();
                ended.complete(null);
            }
        }

        @Override
        public void onNext(Integer number) {
            if (!cancels) {
                System.out.println(number);
            }
        }

        @Override
        public void onError(Throwable failure) {
            ended.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            ended.complete(null);
        }
    }
}
