package dev.perfagent.dist;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An HTTP server of this machine that answers after some time. */
final class SlowServer implements AutoCloseable {
    private final HttpServer server;
    private final ScheduledExecutorService answers = Executors.newScheduledThreadPool(2);
    private volatile long delayMs;

    SlowServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(request -> {
            ScheduledFuture<?> unused = answers.schedule(request, delayMs, TimeUnit.MILLISECONDS);
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** From now on. */
    void answersAfter(long ms) {
        delayMs = ms;
    }

    /** As {@link org.example.Busy} wants it. */
    String port() {
        return ":" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        answers.shutdownNow();
    }
}
