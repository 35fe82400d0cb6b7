package org.example;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;

/** Calls a server by Apache HttpClient; arguments: its port, a port where nobody listens, and what to do. */
public final class ApacheHttpCalls {
    private static final int AT_ONCE = 4;

    private ApacheHttpCalls() {}

    /** Does each of them. */
    public static void main(String[] arguments) throws Exception {
        String server = "http://127.0.0.1:" + arguments[0];
        TimeValue soon = TimeValue.ofMilliseconds(1);
        try (CloseableHttpClient client = HttpClientBuilder.create()
                        .setRetryStrategy(new DefaultHttpRequestRetryStrategy(1, soon))
                        .build();
                CloseableHttpClient proxied = HttpClientBuilder.create()
                        .setProxy(new HttpHost("127.0.0.1", Integer.parseInt(arguments[0])))
                        .build()) {
            for (int i = 2; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "sync" -> say(client, server + "/ok");
                    case "redirect" -> say(client, server + "/moved");
                    case "retry" -> say(client, server + "/flaky");
                    case "proxy" -> say(proxied, "http://other.example.com/proxied");
                    case "at-once" -> atOnce(client, server + "/ok");
                    case "failure" -> say(client, "http://127.0.0.1:" + arguments[1] + "/");
                    default -> throw new IllegalArgumentException(arguments[i]);
                }
            }
        }
    }

    private static void atOnce(CloseableHttpClient client, String address) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            threads.execute(() -> say(client, address));
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }

    private static void say(CloseableHttpClient client, String address) {
        HttpGet request = new HttpGet(address);
        request.setHeader("Authorization", "Bearer none");
        try {
            String said = client.execute(
                    request, answer -> answer.getCode() + " " + EntityUtils.toByteArray(answer.getEntity()).length);
            System.out.println(said);
        } catch (IOException failed) {
            System.out.println("failed");
        }
    }

    /** Where the library and what it needs are; by name, because the test calls nothing of it. */
    public static String libraries() {
        StringBuilder path = new StringBuilder();
        for (String type : new String[] {
            "org.apache.hc.client5.http.classic.HttpClient",
            "org.apache.hc.core5.http.HttpHost",
            "org.apache.hc.core5.http2.HttpVersionPolicy",
            "org.slf4j.Logger"
        }) {
            path.append(File.pathSeparatorChar).append(place(type));
        }
        return path.toString();
    }

    private static Path place(String type) {
        try {
            return Path.of(URI.create(Class.forName(type)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
