package org.example;

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** Asks an API with both clients of the JDK, and when it is refused waits as long as the answer says and asks once more. */
public final class Refused {
    private Refused() {}

    /** The address to ask is the argument. */
    public static void main(String[] arguments) throws Exception {
        URI uri = URI.create(arguments[0]);
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 2; i++) {
            var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
            answered(
                    answer.statusCode(),
                    answer.headers().firstValue("retry-after").orElse(null));
        }
        for (int i = 0; i < 2; i++) {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            answered(connection.getResponseCode(), connection.getHeaderField("retry-after"));
        }
    }

    private static void answered(int status, @Nullable String retryAfter) throws InterruptedException {
        System.out.println(status);
        if (retryAfter != null) {
            Thread.sleep(Long.parseLong(retryAfter) * 1000);
        }
    }
}
