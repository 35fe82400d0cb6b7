package dev.perfagent.dist;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers each GET with the same few bytes, on connections that stay open: as fast as a test of 100,000 requests needs. */
final class QuickServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-RateLimit-Limit: 5000\r\n"
                    + "X-RateLimit-Remaining: 4999\r\nX-RateLimit-Used: 1\r\nX-GitHub-Request-Id: 1\r\nETag: \"1\"\r\n\r\n{}")
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;

    private QuickServer(ServerSocket socket) {
        this.socket = socket;
    }

    static QuickServer start() throws IOException {
        QuickServer server = new QuickServer(new ServerSocket(0, 50, InetAddress.getByAddress(LOOPBACK)));
        daemon(server::accept);
        return server;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static void daemon(Runnable what) {
        Thread thread = new Thread(what, "quick-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                daemon(() -> answer(connection));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void answer(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            int lineEnds = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                lineEnds = next == '\n' ? lineEnds + 1 : next == '\r' ? lineEnds : 0;
                if (lineEnds == 2) {
                    out.write(ANSWER);
                    lineEnds = 0;
                }
            }
        } catch (IOException gone) {
            return;
        }
    }
}
