package org.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Sends a few requests by OkHttp to a server of its own that answers as GitHub does, and prints how many it answered. */
public final class OkHttpRequests {
    private static final int REQUESTS = 10;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private OkHttpRequests() {}

    public static void main(String[] arguments) throws IOException {
        // Without it each answer waits for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        server.createContext("/", OkHttpRequests::answer);
        server.start();
        OkHttpClient client = new OkHttpClient();
        String repository = "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v3/repos/o/r/issues/";
        int answered = 0;
        for (int i = 0; i < REQUESTS; i++) {
            Request request = new Request.Builder().url(repository + i).build();
            try (Response response = client.newCall(request).execute()) {
                answered += response.isSuccessful() ? 1 : 0;
            }
        }
        System.out.println(answered);
        System.exit(0); // the client's threads would keep the process for a minute
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("X-RateLimit-Limit", "5000");
        exchange.getResponseHeaders().set("X-RateLimit-Remaining", "4000");
        exchange.getResponseHeaders().set("X-RateLimit-Resource", "core");
        byte[] body = {'{', '}'};
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
