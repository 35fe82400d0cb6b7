package org.example.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Spring's RestClient on {@code java.net.http}. */
public final class SpringJdk implements Client {
    private final RestClient client;

    public SpringJdk(Duration timeout) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build());
        requests.setReadTimeout(timeout);
        client = client(requests);
    }

    static RestClient client(ClientHttpRequestFactory requests) {
        return RestClient.builder().requestFactory(requests).build();
    }

    static int send(RestClient client, String method, String address, byte @Nullable [] body) {
        RestClient.RequestBodySpec request =
                client.method(HttpMethod.valueOf(method)).uri(URI.create(address));
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_OCTET_STREAM).body(body);
        }
        return Objects.requireNonNull(request.exchange((sent, response) -> {
            response.getBody().readAllBytes();
            return response.getStatusCode().value();
        }));
    }

    @Override
    public int send(String method, String address, byte @Nullable [] body) {
        return send(client, method, address, body);
    }
}
