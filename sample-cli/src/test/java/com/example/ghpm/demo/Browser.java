package com.example.ghpm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that does nothing on its own, so that a test sees what the server says. */
final class Browser {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String baseUrl;

    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("(none)");
        }

        JsonNode json() throws IOException {
            return MAPPER.readTree(response.body());
        }

        Optional<String> next() {
            Matcher matcher = NEXT.matcher(header("link"));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
    }

    Browser(DemoApi api) {
        this(api.baseUrl());
    }

    Browser(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Headers are name, value, name, value and so on. */
    Answer get(String path, String... headers) throws Exception {
        return send(path, "GET", "", headers);
    }

    Answer getWithToken(String path) throws Exception {
        return get(path, "Authorization", "token t");
    }

    Answer send(String path, String method, String body, String... headers) throws Exception {
        URI uri = URI.create(path.startsWith("http") ? path : baseUrl + path);
        HttpRequest.BodyPublisher content =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(uri).method(method, content);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }
}
