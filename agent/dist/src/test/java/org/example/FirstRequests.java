package org.example;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until there is a file in the folder that its first argument names, and then sends its first requests to the server of
 * the second, by the clients of the JDK, in the ways that the others name.
 */
public final class FirstRequests {
    private static final long PERIOD_NANOS = 5_000_000;
    private static final int THREADS = 20;
    private static final int NOBODYS_PORT = 1;

    private FirstRequests() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        System.out.println("waits");
        await(new File(arguments[0]));
        for (int i = 2; i < arguments.length; i++) {
            run(arguments[i], URI.create(arguments[1]));
            System.out.println("did " + arguments[i]);
        }
    }

    private static void run(String how, URI server) throws Exception {
        switch (how) {
            case "send" -> send(server);
            case "async" ->
                HttpClient.newHttpClient()
                        .sendAsync(request(server), BodyHandlers.discarding())
                        .get();
            case "connection" -> connect(server.toURL());
            case "secure" -> refused(new URL("https", server.getHost(), NOBODYS_PORT, "/"));
            case "many" -> many(() -> send(server), () -> connect(server.toURL()));
            default -> new Socket(server.getHost(), server.getPort()).close();
        }
    }

    private static void await(File folder) {
        String[] files = folder.list();
        while (files == null || files.length == 0) {
            LockSupport.parkNanos(PERIOD_NANOS);
            files = folder.list();
        }
    }

    private static HttpRequest request(URI server) {
        return HttpRequest.newBuilder(server).build();
    }

    private static int send(URI server) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request(server), BodyHandlers.discarding())
                .statusCode();
    }

    private static int connect(URL url) throws IOException {
        return ((HttpURLConnection) url.openConnection()).getResponseCode();
    }

    private static void refused(URL url) {
        try {
            connect(url);
        } catch (IOException nobodyThere) {
            System.out.println("refused");
        }
    }

    /** From many threads at the same moment, half of them this way and half that way. */
    private static void many(Callable<Integer> one, Callable<Integer> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch ready = new CountDownLatch(THREADS);
        List<Future<Integer>> statuses = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Callable<Integer> call = i % 2 == 0 ? one : other;
            statuses.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return call.call();
            }));
        }
        for (Future<Integer> status : statuses) {
            status.get();
        }
        threads.shutdown();
    }
}
