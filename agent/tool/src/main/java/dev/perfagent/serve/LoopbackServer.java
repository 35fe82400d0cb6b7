package dev.perfagent.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Serves a few pages to programs of this machine that know the token in the address. It only answers, and changes nothing. A
 * web page of somebody else can send a request here, too, but knows no token; and where its name was made to lead to this
 * machine, the host in the request is its own, and refused.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int FOUND = 200;
    private static final int UNCHANGED = 304;
    private static final int NOT_FOUND = 404;
    private static final int NO_SUCH_METHOD = 405;
    private static final int WRONG_HOST = 421;
    private static final int FAILED = 500;

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff");

    private final HttpServer server;
    private final ExecutorService worker;
    private final byte[] root;
    private final Function<String, PageAnswer.@Nullable Source> pages;
    private final Set<String> hosts;
    private final Consumer<String> problems;

    private LoopbackServer(
            HttpServer server,
            String token,
            Function<String, PageAnswer.@Nullable Source> pages,
            Consumer<String> problems) {
        this.server = server;
        this.worker = Executors.newSingleThreadExecutor();
        this.root = ("/" + token + "/").getBytes(StandardCharsets.UTF_8);
        this.pages = pages;
        int port = server.getAddress().getPort();
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.problems = problems;
    }

    /**
     * Starts one.
     *
     * @param port 0 for any that is free
     * @param pages by what stands after the token; null for nothing
     * @param problems gets a line for each page that could not be made
     */
    public static LoopbackServer start(
            int port, String token, Function<String, PageAnswer.@Nullable Source> pages, Consumer<String> problems)
            throws IOException {
        InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        LoopbackServer server =
                new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback, port), 0), token, pages, problems);
        server.server.createContext("/", server::handle);
        server.server.setExecutor(server.worker);
        server.server.start();
        return server;
    }

    /** Where it is, with the token. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + new String(root, StandardCharsets.UTF_8);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HEADERS.forEach(exchange.getResponseHeaders()::set);
            String host = exchange.getRequestHeaders().getFirst("Host");
            PageAnswer.Source page = page(exchange.getRequestURI().getRawPath());
            if (host == null || !hosts.contains(host)) {
                send(WRONG_HOST, exchange);
            } else if (page == null) {
                send(NOT_FOUND, exchange);
            } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(NO_SUCH_METHOD, exchange);
            } else {
                answer(page, exchange);
            }
        }
    }

    private PageAnswer.@Nullable Source page(String path) {
        int end = Math.min(root.length, path.length());
        boolean isKnown = MessageDigest.isEqual(path.substring(0, end).getBytes(StandardCharsets.UTF_8), root);
        return isKnown ? pages.apply(path.substring(end)) : null;
    }

    private void answer(PageAnswer.Source page, HttpExchange exchange) throws IOException {
        PageAnswer answer;
        try {
            answer = page.answer();
        } catch (IOException | RuntimeException e) {
            problems.accept(String.valueOf(e.getMessage()));
            send(FAILED, exchange);
            return;
        }
        Headers headers = exchange.getResponseHeaders();
        headers.set("ETag", answer.tag());
        if (answer.tag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            send(UNCHANGED, exchange);
            return;
        }
        headers.set("Content-Type", answer.contentType());
        byte[] body = answer.bytes();
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(FOUND, isHead || body.length == 0 ? -1 : body.length);
        if (!isHead) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void send(int status, HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    @Override
    public void close() {
        server.stop(0);
        worker.shutdownNow();
    }
}
