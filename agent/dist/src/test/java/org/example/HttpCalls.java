package org.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Calls an API with both clients of the JDK: what its arguments after the base URL name, in their order. Prints what it was
 * answered.
 */
public final class HttpCalls {
    private static final String ISSUES = "/repos/acme-rockets/avionics/issues";

    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private HttpCalls(String base) {
        this.base = base;
    }

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        HttpCalls calls = new HttpCalls(arguments[0]);
        for (String what : List.of(arguments).subList(1, arguments.length)) {
            calls.make(what);
        }
    }

    private void make(String what) throws IOException, InterruptedException, ReflectiveOperationException {
        switch (what) {
            case "connection" -> byConnection();
            case "client" -> byClient();
            case "async" -> asynchronously();
            case "threads" -> onThreads(Thread::new);
            case "virtual-threads" -> onThreads(HttpCalls::virtualThread);
            case "exit-with-answer" -> exitWithAnswer();
            default -> elsewhere(what);
        }
    }

    private void byConnection() throws IOException {
        HttpURLConnection first = open("/user");
        answer("connection", first);
        HttpURLConnection unchanged = open("/user");
        unchanged.setRequestProperty("If-None-Match", first.getHeaderField("ETag"));
        answer("connection", unchanged);
        answer("connection", open("/user"));
        answer("connection", open(ISSUES + "?per_page=30"));
        answer("connection", open(ISSUES + "?per_page=30&page=2"));
        answer("connection", open("/repos/acme-rockets/nowhere"));
        HttpURLConnection post = open(ISSUES + "/16/comments");
        post.setRequestMethod("POST");
        post.setDoOutput(true);
        try (OutputStream body = post.getOutputStream()) {
            body.write("{\"body\": \"by connection\"}".getBytes(StandardCharsets.UTF_8));
        }
        answer("connection", post);
    }

    private void byClient() throws IOException, InterruptedException {
        HttpResponse<String> first = answer("client", get("/users/ada").build());
        String validator = first.headers().firstValue("etag").orElseThrow();
        answer("client", get("/users/ada").header("If-None-Match", validator).build());
        answer("client", get("/users/ada").build());
        answer("client", get("/repos/acme-rockets/avionics/labels?per_page=5").build());
        answer(
                "client",
                get("/repos/acme-rockets/avionics/labels?per_page=5&page=2").build());
        answer("client", get("/users/nobody").build());
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{\"labels\": [\"by-client\"]}");
        answer("client", get(ISSUES + "/29/labels").POST(body).build());
    }

    private void asynchronously() {
        List<CompletableFuture<Integer>> answers = List.of("/meta", "/orgs/acme-rockets", "/orgs/nowhere").stream()
                .map(path -> client.sendAsync(get(path).build(), BodyHandlers.ofString())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        answers.forEach(status -> System.out.println("async " + status.join()));
    }

    /** Two calls at once, each by another client. */
    private void onThreads(ThreadMaker maker) throws InterruptedException, ReflectiveOperationException {
        Thread one = maker.make(() -> {
            try {
                answer("thread", open("/rate_limit"));
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
        Thread other = maker.make(() -> {
            try {
                answer("thread", get("/rate_limit").build());
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        });
        one.start();
        other.start();
        one.join();
        other.join();
    }

    /** Makes a thread that is not started. */
    private interface ThreadMaker {
        Thread make(Runnable task) throws ReflectiveOperationException;
    }

    /** From JDK 21 on; by reflection, for this is compiled for 17. */
    private static Thread virtualThread(Runnable task) throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (Thread) Class.forName("java.lang.Thread$Builder")
                .getMethod("unstarted", Runnable.class)
                .invoke(builder, task);
    }

    /** Ends the process as soon as the answer is there, on the client's own thread. */
    private void exitWithAnswer() {
        client.sendAsync(get("/user").build(), BodyHandlers.ofString())
                .thenAccept(answer -> {
                    System.out.println("answered " + answer.statusCode());
                    System.exit(0);
                })
                .join();
    }

    /** A GET by both clients of another address than the API's. */
    private static void elsewhere(String address) throws InterruptedException {
        HttpCalls other = new HttpCalls(address);
        try {
            other.answer("connection", other.open(""));
        } catch (IOException refused) {
            System.out.println("connection " + refused.getClass().getName());
        }
        try {
            other.answer("client", other.get("").build());
        } catch (IOException refused) {
            System.out.println("client " + refused.getClass().getName());
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer made-up");
        return connection;
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer made-up");
    }

    private void answer(String how, HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        int length = body == null ? 0 : body.readAllBytes().length;
        System.out.println(how + " " + status + " " + length);
    }

    private HttpResponse<String> answer(String how, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        System.out.println(
                how + " " + response.statusCode() + " " + response.body().getBytes(StandardCharsets.UTF_8).length);
        return response;
    }
}
