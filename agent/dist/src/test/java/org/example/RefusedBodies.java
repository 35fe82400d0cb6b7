package org.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.StringEntity;
import org.apache.http.util.EntityUtils;

/**
 * Asks for what is refused, by several clients, and reads the answers by itself, or does not. Arguments: the base URL; anything
 * where {@link RefusedPieces} are to do without Apache 4.
 */
@SuppressWarnings("deprecation") // OkHttp 3 has no other method to make a body
public final class RefusedBodies {
    private static final HttpClient JDK = HttpClient.newHttpClient();
    private static final OkHttpClient OK_HTTP = new OkHttpClient();
    private static final MediaType JSON = MediaType.parse("application/json");

    private RefusedBodies() {}

    /** One way to ask. */
    private interface Way {
        /** Says what it got; of the body only if it is to be read. */
        void get(String address, boolean isRead) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        ask(arguments[0], RefusedBodies::urlConnection);
        ask(arguments[0], RefusedBodies::jdk);
        ask(arguments[0], RefusedBodies::jdkLater);
        ask(arguments[0], RefusedBodies::okHttp);
        ask(arguments[0], RefusedBodies::okHttpLater);
        ask(arguments[0], RefusedBodies::apache4);
        ask(arguments[0], RefusedBodies::apache5);
        ask(arguments[0], RefusedBodies::apache5Later);
        try (RefusedPieces pieces = new RefusedPieces(arguments.length == 1)) {
            ask(arguments[0], (address, isRead) -> pieces.apache4Later(address));
            ask(arguments[0], (address, isRead) -> pieces.jetty(address));
            ask(arguments[0], (address, isRead) -> pieces.jettyStream(address));
            ask(arguments[0], (address, isRead) -> pieces.reactor(address));
            ask(arguments[0], (address, isRead) -> pieces.ktor(address));
            pieces.named(arguments[0] + "/api/graphql");
        }
        named(arguments[0] + "/api/graphql");
        namedByEntities(arguments[0] + "/api/graphql");
        System.exit(0); // some clients leave threads behind that would keep the process
    }

    /** GraphQL by bodies that OkHttp has made of a text, and by one of the application's that is there once. */
    private static void named(String address) throws Exception {
        Request board = okRequest(address)
                .newBuilder()
                .post(RequestBody.create(JSON, "{\"query\":\"query Board { secret }\"}"))
                .build();
        System.out.println(later(board, true));
        try (Response answer = OK_HTTP.newCall(okRequest(address)
                        .newBuilder()
                        .post(RequestBody.create(
                                JSON, "{\"query\":\"mutation { addCard(i: 1) }\"}".getBytes(StandardCharsets.UTF_8)))
                        .build())
                .execute()) {
            System.out.println(answer.body().string());
        }
        System.out.println(
                later(okRequest(address).newBuilder().post(new Once()).build(), true));
    }

    /** GraphQL by what Apache itself has made of a text and of bytes, by an entity of the application's, and by a stream. */
    private static void namedByEntities(String address) throws Exception {
        try (var client = org.apache.http.impl.client.HttpClients.createDefault()) {
            HttpPost post = new HttpPost(address);
            post.setEntity(new StringEntity("{\"query\":\"query ByFour { a }\"}", StandardCharsets.UTF_8));
            client.execute(post).close();
            post.setEntity(new OnceEntity());
            client.execute(post).close();
        }
        try (var client = org.apache.hc.client5.http.impl.classic.HttpClients.createDefault()) {
            var post = new org.apache.hc.client5.http.classic.methods.HttpPost(address);
            byte[] bytes = "{\"query\":\"query ByFive { a }\"}".getBytes(StandardCharsets.UTF_8);
            post.setEntity(new ByteArrayEntity(bytes, ContentType.APPLICATION_JSON));
            client.execute(post).close();
        }
        try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
            client.start();
            String query = "{\"query\":\"query ByFiveLater { a }\"}";
            byte[] bytes = query.getBytes(StandardCharsets.UTF_8);
            for (SimpleRequestBuilder post : List.of(
                    SimpleRequestBuilder.post(address).setBody(query, ContentType.APPLICATION_JSON),
                    SimpleRequestBuilder.post(address).setBody(bytes, ContentType.APPLICATION_JSON))) {
                SimpleHttpResponse answer = client.execute(post.build(), null).get();
                say(answer.getCode(), answer.getContentType(), answer.getBodyBytes());
            }
            client.close(CloseMode.IMMEDIATE);
        }
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write("{\"query\":\"query ByConnection { a }\"}".getBytes(StandardCharsets.UTF_8));
        }
        say(connection.getResponseCode(), "", read(connection.getInputStream(), true));
    }

    /** An entity whose content is there once only, and which does not say so. */
    private static final class OnceEntity extends org.apache.http.entity.ByteArrayEntity {
        private boolean isTaken;

        OnceEntity() {
            super("{\"query\":\"query OnceMore { a }\"}".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public InputStream getContent() {
            throw new IllegalStateException("taken");
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            if (isTaken) {
                throw new IOException("taken twice");
            }
            isTaken = true;
            super.writeTo(out);
        }
    }

    /** A body that is there once only, and does not say so. */
    private static final class Once extends RequestBody {
        private boolean isTaken;

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            if (isTaken) {
                throw new IOException("taken twice");
            }
            isTaken = true;
            sink.writeUtf8("{\"query\":\"query Once { a }\"}");
        }
    }

    private static void ask(String base, Way way) throws Exception {
        way.get(base + "/api/v3/secondary", true);
        way.get(base + "/api/v3/packed", true);
        way.get(base + "/api/v3/forbidden", true);
        way.get(base + "/api/v3/unread", false);
        way.get(base + "/api/v3/fine", true);
        way.get(base + "/api/graphql", true);
    }

    private static void say(Object status, Object body, byte[] bytes) {
        boolean isPacked = bytes.length > 0 && bytes[0] == 0x1f;
        System.out.println(
                status + " " + body + " " + (isPacked ? bytes.length : new String(bytes, StandardCharsets.UTF_8)));
    }

    private static byte[] read(InputStream stream, boolean isRead) throws IOException {
        try (stream) {
            return isRead ? stream.readAllBytes() : new byte[0];
        }
    }

    private static void urlConnection(String address, boolean isRead) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        int status = connection.getResponseCode();
        InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        say(status, stream.getClass(), read(stream, isRead));
    }

    private static HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private static void jdk(String address, boolean isRead) throws Exception {
        if (isRead) {
            var answer = JDK.send(request(address), BodyHandlers.ofInputStream());
            say(answer.statusCode(), answer.body().getClass(), read(answer.body(), true));
        } else {
            var answer = JDK.send(request(address), BodyHandlers.discarding());
            say(answer.statusCode(), answer.body(), new byte[0]);
        }
    }

    private static void jdkLater(String address, boolean isRead) throws Exception {
        var answer = JDK.sendAsync(request(address), BodyHandlers.ofLines()).get();
        long lines = isRead ? answer.body().count() : 0;
        System.out.println(answer.statusCode() + " " + lines);
    }

    private static Request okRequest(String address) {
        return new Request.Builder().url(address).build();
    }

    private static void okHttp(String address, boolean isRead) throws Exception {
        try (Response answer = OK_HTTP.newCall(okRequest(address)).execute()) {
            saidBy(answer, isRead);
        }
    }

    private static void saidBy(Response answer, boolean isRead) throws IOException {
        System.out.println(answer + " " + answer.body().contentLength() + " "
                + answer.body().contentType());
        say(answer.code(), answer.body().getClass(), isRead ? answer.body().bytes() : new byte[0]);
    }

    private static void okHttpLater(String address, boolean isRead) throws Exception {
        System.out.println(later(okRequest(address), isRead));
    }

    private static String later(Request request, boolean isRead) throws Exception {
        CompletableFuture<String> said = new CompletableFuture<>();
        OK_HTTP.newCall(request).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException failure) {
                said.completeExceptionally(failure);
            }

            @Override
            public void onResponse(Call call, Response answer) throws IOException {
                try (answer) {
                    said.complete(isRead ? answer.body().string() : "");
                }
            }
        });
        return said.get();
    }

    private static void apache4(String address, boolean isRead) throws Exception {
        try (var client = org.apache.http.impl.client.HttpClients.createDefault();
                CloseableHttpResponse answer = client.execute(new HttpGet(address))) {
            System.out.println(answer.getStatusLine());
            say(
                    answer.getStatusLine().getStatusCode(),
                    answer.getEntity().getContentType(),
                    isRead ? EntityUtils.toByteArray(answer.getEntity()) : new byte[0]);
        }
    }

    private static void apache5(String address, boolean isRead) throws Exception {
        try (var client = org.apache.hc.client5.http.impl.classic.HttpClients.createDefault();
                var answer = client.execute(new org.apache.hc.client5.http.classic.methods.HttpGet(address))) {
            var entity = answer.getEntity();
            System.out.println(answer + " " + entity + " " + entity.isStreaming() + entity.isRepeatable());
            say(
                    answer.getCode(),
                    entity.getContentType() + entity.getContentLength(),
                    isRead ? org.apache.hc.core5.http.io.entity.EntityUtils.toByteArray(entity) : new byte[0]);
        }
    }

    private static void apache5Later(String address, boolean isRead) throws Exception {
        try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
            client.start();
            SimpleHttpResponse answer = client.execute(
                            SimpleRequestBuilder.get(address).build(), null)
                    .get();
            say(answer.getCode(), answer.getContentType(), isRead ? answer.getBodyBytes() : new byte[0]);
            client.close(CloseMode.IMMEDIATE);
        }
    }
}
