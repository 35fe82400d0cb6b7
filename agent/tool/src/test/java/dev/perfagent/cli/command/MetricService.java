package dev.perfagent.cli.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Stands in for a service that takes metrics, on loopback; the test decides what it answers. */
final class MetricService implements AutoCloseable {
    private final HttpServer server;
    private final Answers answers;
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    private MetricService(HttpServer server, Answers answers) {
        this.server = server;
        this.answers = answers;
    }

    static MetricService answering(Answers answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        MetricService service = new MetricService(server, answers);
        server.createContext("/", service::handle);
        server.start();
        return service;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String coding = exchange.getRequestHeaders().getFirst("Content-Encoding");
            byte[] packed = exchange.getRequestBody().readAllBytes();
            InputStream in = new ByteArrayInputStream(packed);
            String body = new String(
                    (coding.equals("deflate") ? new InflaterInputStream(in) : new GZIPInputStream(in)).readAllBytes(),
                    StandardCharsets.UTF_8);
            String newRelic = exchange.getRequestHeaders().getFirst("Api-Key");
            String key = newRelic != null
                    ? newRelic
                    : String.valueOf(exchange.getRequestHeaders().getFirst("DD-API-KEY"));
            Request request = new Request(exchange.getRequestURI().toString(), key, coding, body, packed.length);
            requests.add(request);
            Reply reply = answers.to(request, requests.size());
            reply.headers().forEach(line -> exchange.getResponseHeaders()
                    .add(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)));
            byte[] text = reply.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All bodies that went to that path. */
    List<String> bodies(String path) {
        return requests.stream()
                .filter(request -> request.path().equals(path))
                .map(Request::body)
                .toList();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * What it got.
     *
     * @param coding how the body was compressed
     * @param packedBytes how long it was then
     */
    record Request(String path, String key, String coding, String body, int packedBytes) {
        int bytes() {
            return body.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /** What it says. */
    record Reply(int status, String text, List<String> headers) {
        static Reply of(int status, String text, String... headers) {
            return new Reply(status, text, List.of(headers));
        }
    }

    /** What it says to what. */
    @FunctionalInterface
    interface Answers {
        /** The answer; the first request has the number 1. */
        Reply to(Request request, int number);
    }
}
