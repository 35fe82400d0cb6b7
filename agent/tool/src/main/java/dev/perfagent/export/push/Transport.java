package dev.perfagent.export.push;

import dev.perfagent.history.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends bodies over HTTP. */
final class Transport {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(30);

    /** Of an answer; a service that says more than that has nothing to say to us. */
    private static final int MOST_ANSWER_BYTES = 64 * 1024;

    /** Redirects are not followed: the key is for this address only. */
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(ProxySelector.getDefault())
            .connectTimeout(CONNECT)
            .build();

    private final Destination destination;
    private final String method;

    Transport(Destination destination, String method) {
        this.destination = destination;
        this.method = method;
    }

    /** @param body packed as the destination wants it */
    ServiceAnswer send(String path, String contentType, byte[] body) throws InterruptedException {
        URI to = destination.at(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(WHOLE)
                .header("Content-Type", contentType)
                .header("Content-Encoding", destination.packing().coding().header())
                .header("User-Agent", "perf-agent");
        destination.headers().forEach(request::header);
        try {
            HttpResponse<InputStream> response = client.send(
                    request.method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream said = response.body()) {
                return new ServiceAnswer(
                        response.statusCode(),
                        response.headers().firstValue("Retry-After").orElse(null),
                        new String(said.readNBytes(MOST_ANSWER_BYTES), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return new ServiceAnswer(0, null, reason(e));
        }
    }

    /** The client's own exceptions say nothing, or name a class. */
    private static String reason(IOException failure) {
        if (failure instanceof HttpTimeoutException) {
            return "it takes longer than " + WHOLE.toSeconds() + " s";
        }
        if (failure instanceof ConnectException) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnresolvedAddressException) {
                    return "there is no such host";
                }
            }
            return "the connection is refused";
        }
        return FileProblem.reason(failure);
    }
}
