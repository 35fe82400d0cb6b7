package org.example;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        for (ExecutorService executor : executors()) {
            Future<?> submitted = submitted(executor);
            System.out.println(submitted.get(1, TimeUnit.MINUTES));
            pause(); // so that its end is seen
            executor.shutdown();
        }
    }

    /** One with virtual threads too, by name, because JDK 17 has none. */
    private static List<ExecutorService> executors() throws ReflectiveOperationException {
        List<ExecutorService> all = new ArrayList<>(List.of(Executors.newSingleThreadExecutor()));
        for (Method each : Executors.class.getMethods()) {
            if (each.getName().equals("newVirtualThreadPerTaskExecutor")) {
                all.add((ExecutorService) each.invoke(null));
            }
        }
        return all;
    }

    private static Future<?> submitted(ExecutorService executor) {
        return executor.submit(() -> {
            pause();
            return "submitted";
        });
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
