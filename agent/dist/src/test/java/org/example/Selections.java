package org.example;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has what rules have to name in a way of its own. */
public final class Selections {
    private int made;

    private Selections(int number) {
        made = number;
        pause();
    }

    private Selections() {
        throw new IllegalStateException("on purpose");
    }

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        Selections selections = new Selections(3);
        try {
            new Selections();
        } catch (IllegalStateException expected) {
            System.out.println(expected.getMessage());
        }
        Runnable lambda = () -> pause();
        lambda.run();
        selections.load("text");
        selections.load(4);
        selections.getMade();
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<String> later = later(started);
        started.await();
        System.out.println(later.get(1, TimeUnit.MINUTES));
    }

    private void load(String text) {
        made += text.length();
        pause();
    }

    private void load(int number) {
        made += number;
        pause();
    }

    private int getMade() {
        return made;
    }

    private static CompletableFuture<String> later(CountDownLatch started) {
        return CompletableFuture.supplyAsync(() -> {
            started.countDown();
            pause();
            return "later";
        });
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
