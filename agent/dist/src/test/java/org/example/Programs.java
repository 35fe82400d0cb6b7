package org.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts programs in every way there is, and prints what became of them. */
public final class Programs {
    private static final int THREADS = 10;

    private Programs() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        System.out.println("true " + new ProcessBuilder("/bin/true").start().waitFor());
        System.out.println("false "
                + Runtime.getRuntime()
                        .exec("/bin/false --token=secret-argument")
                        .waitFor());
        System.out.println("exec "
                + Runtime.getRuntime().exec(new String[] {"sh", "-c", "exit 3"}).waitFor());
        System.out.println(
                "sleep " + new ProcessBuilder("sleep", "0.15").start().waitFor());
        missing();
        pipeline();
        unasked();
        polled();
        destroyed();
        interrupted();
        atOnce();
        new ProcessBuilder("tee").start(); // ends when we do, and nobody waits for it
    }

    private static void missing() {
        try {
            new ProcessBuilder("/nowhere/missing-program", "secret-argument").start();
        } catch (IOException expected) {
            System.out.println("missing " + expected.getClass().getName());
        }
    }

    private static void pipeline() throws IOException, InterruptedException {
        List<Process> both = ProcessBuilder.startPipeline(
                List.of(new ProcessBuilder("echo", "through a pipeline"), new ProcessBuilder("cat")));
        System.out.print(text(both.get(1)));
        System.out.println("pipeline " + both.get(1).waitFor(1, TimeUnit.MINUTES));
    }

    /** Reads what it says and never asks how it ended, as many do. */
    private static void unasked() throws IOException {
        System.out.print(text(new ProcessBuilder("echo", "unasked").start()));
    }

    private static void polled() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", "exit 4").start();
        while (process.isAlive()) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        System.out.println(
                "polled " + process.exitValue() + " " + process.onExit().join().exitValue());
    }

    private static void destroyed() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("tail", "-f", "/dev/null").start();
        process.destroyForcibly();
        System.out.println("destroyed " + process.waitFor());
    }

    private static void interrupted() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("cat").start();
        Thread.currentThread().interrupt();
        try {
            process.waitFor();
        } catch (InterruptedException expected) {
            System.out.println("interrupted " + Thread.currentThread().isInterrupted());
        }
        process.getOutputStream().close();
        System.out.println("cat " + process.waitFor());
    }

    private static void atOnce() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(THREADS);
        int[] codes = new int[THREADS];
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                try {
                    ready.countDown();
                    ready.await();
                    codes[number] =
                            new ProcessBuilder("expr", "1", "-", "1").start().waitFor();
                } catch (IOException | InterruptedException failure) {
                    throw new IllegalStateException(failure);
                }
            });
            threads[i].start();
        }
        int sum = 0;
        for (int i = 0; i < THREADS; i++) {
            threads[i].join();
            sum += codes[i];
        }
        System.out.println("at once " + sum);
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
