package com.example.ghpm.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The running demo API, on the loopback interface only; closing it frees the port and completes the log. */
public final class DemoApi implements AutoCloseable {
    /** Not the platform's idea of it, which may be the one of IPv6. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final long HOUR_SECONDS = 3600;

    private final HttpServer server;
    private final ExecutorService workers;
    private final RequestLog log;
    private final String baseUrl;

    private DemoApi(HttpServer server, ExecutorService workers, RequestLog log, String baseUrl) {
        this.server = server;
        this.workers = workers;
        this.log = log;
        this.baseUrl = baseUrl;
    }

    /**
     * Starts serving.
     *
     * @throws IOException when the port is taken or the log cannot be written
     */
    public static DemoApi start(DemoSettings settings) throws IOException {
        return start(settings, InstantSource.system(), Thread::sleep);
    }

    static DemoApi start(DemoSettings settings, InstantSource clock, ApiHandler.Pause pause) throws IOException {
        // Without it each answer waits for a delayed acknowledgement. Read once, when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        RequestLog log = RequestLog.open(settings.log());
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), settings.port()), 0);
        String baseUrl = "http://127.0.0.1:" + server.getAddress().getPort();
        var routes = new Routes(baseUrl, new DemoData(baseUrl));
        long reset = clock.instant().getEpochSecond() + HOUR_SECONDS;
        server.createContext("/", new ApiHandler(settings, routes, log, reset, pause));
        ExecutorService workers = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "demo-api");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(workers);
        server.start();
        return new DemoApi(server, workers, log, baseUrl);
    }

    /** Where it can be reached, without a slash at the end. */
    public String baseUrl() {
        return baseUrl;
    }

    /** How many requests it has answered. */
    public int requests() {
        return log.requests();
    }

    /** Writes a remark into the log, for whoever compares the log with figures of the client. */
    public void remark(String text) {
        log.remark(text);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        log.close();
    }
}
