package org.example;

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;

/** Uses an API of GitHub's form in ways that only the content of requests and answers tells apart, or very often. */
public final class GitHubUse {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String LONG_PATHS = "/shiny/7/words-of-a-made-up-interface";

    private static final int ROUNDS = 10;

    private GitHubUse() {}

    /** The base URL; then how many requests to make, or nothing for one of each kind. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 1) {
            many(arguments[0], Integer.parseInt(arguments[1]));
        } else {
            oneOfEach(arguments[0]);
        }
    }

    private static void oneOfEach(String base) throws Exception {
        String api = base + "/api/v3";
        post(base + "/api/graphql", BodyPublishers.ofString("{\"query\":\"query Board { secret }\"}"));
        post(
                base + "/api/graphql",
                BodyPublishers.ofByteArray(
                        "{\"query\":\"mutation { addCard(i: 1) }\"}".getBytes(StandardCharsets.UTF_8)));
        post(base + "/api/graphql", new Once("{\"query\":\"query Once { a }\"}"));
        get(api + "/secondary");
        get(api + "/user");
        CLIENT.sendAsync(request(api + "/busy"), BodyHandlers.ofString()).join();
        Thread other = new Thread(() -> {
            try {
                get(api + "/busy");
            } catch (Exception failure) {
                System.out.println(failure);
            }
        });
        other.start();
        other.join();
        get(base + "/projects");
        get(base + "/projects");
    }

    private static HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer secret-token")
                .build();
    }

    private static void get(String address) throws Exception {
        var answer = CLIENT.send(request(address), BodyHandlers.ofString());
        System.out.println(answer.statusCode() + " " + answer.body());
    }

    private static void post(String address, HttpRequest.BodyPublisher body) throws Exception {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(address)).POST(body).build(), BodyHandlers.ofString());
        System.out.println(answer.statusCode() + " " + answer.body());
    }

    /** A body that is there once only. */
    private static final class Once implements HttpRequest.BodyPublisher {
        private final HttpRequest.BodyPublisher body;
        private boolean isTaken;

        Once(String text) {
            body = BodyPublishers.ofString(text);
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            if (isTaken) {
                throw new IllegalStateException("taken twice");
            }
            isTaken = true;
            body.subscribe(subscriber);
        }
    }

    /** To 10,000 distinct addresses, half of them of no known form; then prints how much of the heap is in use. */
    private static void many(String base, int requests) throws Exception {
        List<String> known =
                List.of("issues", "pulls", "commits", "labels", "milestones", "contents", "branches", "compare");
        for (int i = 0; i < requests - ROUNDS; i++) {
            get(base, i % 10_000, known);
        }
        // What is only held weakly is noticed to be gone by a request after the collector has been there, some time or
        // other.
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            System.gc();
            get(base, i, known);
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        System.out.println(least / 1024);
    }

    private static void get(String base, int which, List<String> known) throws Exception {
        String path = which % 2 == 0
                ? "/repos/o" + which + "/r/" + known.get(which / 2 % known.size()) + "/" + which
                : LONG_PATHS + "-" + word(which) + "/7/" + word(which * 7) + "/7/" + word(which * 3);
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + "/api/v3" + path).toURL().openConnection();
        connection.getInputStream().close();
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 1; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }
}
