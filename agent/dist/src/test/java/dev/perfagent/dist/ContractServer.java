package dev.perfagent.dist;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A server on loopback with one answer for each case of the contract of HTTP clients, and with counts of its own. The end
 * of a path is the case. The paths look like those of a GitHub Enterprise server, because the record has requests to GitHub
 * path by path, also those without an answer, and they are below a name that GitHub has, so that the record keeps them.
 */
final class ContractServer implements ClientServer {
    static final String PREFIX = "/api/v3/meta";
    static final int SLOW_MS = 150;
    static final int SUCCESS_BYTES = 12;
    static final int BROKEN_BYTES = 100;
    static final int POSTED_BYTES = 2345;
    static final int CHUNKED_BYTES = 3210;

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ServedCounts served = new ServedCounts();
    private final Map<String, CountDownLatch> arrived = new ConcurrentHashMap<>();
    private final HttpServer server;

    ContractServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        server.setExecutor(threads);
        server.createContext(PREFIX, this::answer);
        server.createContext("/arrived", exchange -> {
            await(arrived(exchange.getRequestURI().getPath().substring("/arrived".length())));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PREFIX;
    }

    /** An address like it where nobody listens. */
    static String nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            return "http://127.0.0.1:" + socket.getLocalPort() + PREFIX;
        }
    }

    @Override
    public ServedCounts served() {
        return served;
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private CountDownLatch arrived(String path) {
        return arrived.computeIfAbsent(path, unseen -> new CountDownLatch(1));
    }

    private void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
        exchange.getRequestBody().readAllBytes();
        switch (path.substring(path.lastIndexOf('-') + 1)) {
            case "unchanged" -> send(exchange, path, 304, -1);
            case "missing" -> send(exchange, path, 404, SUCCESS_BYTES);
            case "limited" -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, path, 429, SUCCESS_BYTES);
            }
            case "redirect" -> {
                exchange.getResponseHeaders().set("Location", PREFIX + path + "ed");
                send(exchange, path, 302, -1);
            }
            case "slow" -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SLOW_MS));
                send(exchange, path, 200, SUCCESS_BYTES);
            }
            case "posted" -> send(exchange, path, 200, POSTED_BYTES);
            case "chunked" -> {
                served.count(path, 200, 0);
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[CHUNKED_BYTES]);
                exchange.close();
            }
            case "broken" -> {
                served.count(path, 200, BROKEN_BYTES);
                exchange.sendResponseHeaders(200, BROKEN_BYTES);
                exchange.getResponseBody().write(new byte[10]);
                exchange.getResponseBody().flush();
                exchange.close(); // 90 bytes too early
            }
            case "timeout", "cancelled" -> {
                arrived(path).countDown();
                await(over);
                exchange.close();
            }
            default -> send(exchange, path, 200, SUCCESS_BYTES);
        }
    }

    private void send(HttpExchange exchange, String path, int status, int bytes) throws IOException {
        served.count(path, status, Math.max(0, bytes));
        exchange.sendResponseHeaders(status, bytes);
        if (bytes > 0) {
            exchange.getResponseBody().write(new byte[bytes]);
        }
        exchange.close();
    }
}
