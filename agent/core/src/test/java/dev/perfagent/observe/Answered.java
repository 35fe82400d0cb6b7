package dev.perfagent.observe;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * An answer of the JDK's client.
 *
 * @param whileRead run by whoever reads its headers
 */
record Answered(HttpRequest request, int statusCode, Map<String, List<String>> all, Runnable whileRead)
        implements HttpResponse<String> {
    Answered(HttpRequest request, int statusCode, Map<String, List<String>> all) {
        this(request, statusCode, all, () -> {});
    }

    @Override
    public Optional<HttpResponse<String>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
        whileRead.run();
        return HttpHeaders.of(all, (name, value) -> true);
    }

    @Override
    public String body() {
        return "";
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_1_1;
    }
}
