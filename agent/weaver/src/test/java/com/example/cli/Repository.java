package com.example.cli;

import java.util.concurrent.Flow;

/** Has a method that returns a publisher, and one that does not. */
public final class Repository {
    public Flow.Publisher<Integer> numbers() {
        return new Numbers();
    }

    public String name() {
        return "numbers";
    }

    /** A publisher of nothing. */
    public static final class Numbers implements Flow.Publisher<Integer> {
        @Override
        public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
            subscriber.onComplete();
        }
    }
}
