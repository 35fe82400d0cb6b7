package org.example;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.cache.CachingHttpAsyncClients;
import org.apache.hc.client5.http.impl.cache.CachingHttpClients;

/** Gets what may be kept, asked for again and not kept at all, twice by each client that has an HTTP cache. */
public final class HttpCaches {
    private HttpCaches() {}

    /** Gets a resource. */
    private interface Get {
        String body(String address) throws IOException;
    }

    /** Arguments: a folder, and addresses. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "http");
        List<String> addresses = List.of(arguments).subList(1, arguments.length);
        twice(okHttp(folder.toFile()), addresses);
        twice(okHttp(null), addresses);
        twice(apache(), addresses);
        twice(apache5(), addresses);
        twice(apache5Async(), addresses);
        System.exit(0);
    }

    private static void twice(Get client, List<String> addresses) throws IOException {
        for (String address : addresses) {
            System.out.println(client.body(address).equals(client.body(address)));
        }
    }

    private static Get okHttp(@org.jspecify.annotations.Nullable File folder) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        if (folder != null) {
            builder.cache(new okhttp3.Cache(folder, 1_000_000));
        }
        OkHttpClient client = builder.build();
        return address -> {
            try (Response response =
                    client.newCall(new Request.Builder().url(address).build()).execute()) {
                return response.body().string();
            }
        };
    }

    private static Get apache() {
        var client = org.apache.http.impl.client.cache.CachingHttpClients.createMemoryBound();
        return address -> client.execute(
                new org.apache.http.client.methods.HttpGet(address),
                response -> org.apache.http.util.EntityUtils.toString(response.getEntity()));
    }

    private static Get apache5() {
        var client = CachingHttpClients.createMemoryBound();
        return address -> client.execute(
                new org.apache.hc.client5.http.classic.methods.HttpGet(address),
                response -> org.apache.hc.core5.http.io.entity.EntityUtils.toString(response.getEntity()));
    }

    private static Get apache5Async() {
        CloseableHttpAsyncClient client = CachingHttpAsyncClients.createMemoryBound();
        client.start();
        return address -> {
            try {
                return client.execute(SimpleHttpRequest.create("GET", address), null)
                        .get()
                        .getBodyText();
            } catch (InterruptedException | ExecutionException failed) {
                throw new IOException(failed);
            }
        };
    }
}
