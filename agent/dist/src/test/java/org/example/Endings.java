package org.example;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.LockSupport;

/** Ends in the way its first argument names. */
public final class Endings {
    private static final int RACERS = 8;

    private Endings() {}

    /** See the class. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("started");
        switch (arguments[0]) {
            case "return" -> System.out.println("returning");
            case "exit" -> System.exit(code(arguments));
            case "halt" -> Runtime.getRuntime().halt(code(arguments));
            case "throw" -> throw new IllegalStateException("ended by an exception");
            case "wait" -> new CountDownLatch(1).await();
            case "thread" -> afterMain().start();
            case "throw-while-thread" -> {
                afterMain().start();
                throw new IllegalStateException("ended by an exception");
            }
            case "exit-elsewhere" -> {
                new Thread(() -> System.exit(code(arguments)), "worker").start();
                new CountDownLatch(1).await();
            }
            case "worker-throws" -> workerThrows();
            case "handler" -> {
                Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
                    System.err.println(thread.getName() + ": " + thrown.getMessage());
                    System.exit(code(arguments));
                });
                throw new IllegalStateException("ended by an exception");
            }
            case "hook" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    System.out.println("hook on stdout");
                    System.err.println("hook on stderr");
                }));
                System.exit(code(arguments));
            }
            case "hook-halts" ->
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(code(arguments))));
            case "exit-race" -> exitRace();
            case "slow-hook" -> slowHook(arguments);
            case "when" -> whenItIsThere(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static int code(String[] arguments) {
        return Integer.parseInt(arguments[1]);
    }

    /** Goes on when main is over. */
    private static Thread afterMain() {
        Thread main = Thread.currentThread();
        return new Thread(
                () -> {
                    try {
                        main.join();
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                    System.out.println("worker done");
                },
                "worker");
    }

    private static void workerThrows() throws InterruptedException {
        Thread worker = new Thread(
                () -> {
                    throw new IllegalStateException("only the worker ends");
                },
                "worker");
        worker.start();
        worker.join();
        System.out.println("main goes on");
    }

    private static void exitRace() throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(RACERS);
        for (int i = 0; i < RACERS; i++) {
            int code = 20 + i;
            new Thread(() -> {
                        try {
                            start.await();
                        } catch (Exception broken) {
                            throw new IllegalStateException(broken);
                        }
                        System.exit(code);
                    })
                    .start();
        }
        new CountDownLatch(1).await();
    }

    /** Leaves work to the very end: a hook that takes a while and prints, and a file that the JVM deletes. */
    private static void slowHook(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            LockSupport.parkNanos(200_000_000L);
            PrintStream buffered = new PrintStream(new BufferedOutputStream(System.out, 1 << 20), false);
            for (int i = 0; i < 20_000; i++) {
                buffered.println("line " + i);
            }
            buffered.flush();
            System.err.println("hook on stderr");
        }));
        new File(arguments[1]).deleteOnExit();
        if (arguments.length > 2) {
            System.exit(Integer.parseInt(arguments[2]));
        }
    }

    private static void whenItIsThere(Path file) {
        while (!Files.exists(file)) {
            LockSupport.parkNanos(1_000_000L);
        }
    }
}
