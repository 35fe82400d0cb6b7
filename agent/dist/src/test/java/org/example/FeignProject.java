package org.example;

import feign.Client;
import feign.DefaultClient;
import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;
import feign.Retryer;
import feign.okhttp.OkHttpClient;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.example.ProjectReader.Answer;
import org.jspecify.annotations.Nullable;

/** A project by Feign. */
final class FeignProject implements ProjectReader.Project {
    private final Api api;

    /** What the server offers. */
    @Headers("Authorization: Bearer made-up")
    interface Api {
        @RequestLine("GET /user")
        Response user();

        @RequestLine("GET /repos/{owner}/{repo}/issues?per_page=20")
        Response issues(@Param("owner") String owner, @Param("repo") String repo);

        @RequestLine("GET")
        Response page(URI address);

        @RequestLine("GET /repos/acme-rockets/avionics/issues/{number}")
        @Headers("If-None-Match: {etag}")
        Response issue(@Param("number") int number, @Param("etag") @Nullable String etag);

        @RequestLine("POST /repos/acme-rockets/avionics/issues/{number}/comments")
        @Headers("Content-Type: application/json")
        Response comment(@Param("number") int number, String json);
    }

    private FeignProject(Client client, String server) {
        api = Feign.builder().client(client).retryer(Retryer.NEVER_RETRY).target(Api.class, server);
    }

    static FeignProject byConnection(String server) {
        return new FeignProject(new DefaultClient(null, null), server);
    }

    static FeignProject byOkHttp(String server) {
        return new FeignProject(new OkHttpClient(), server);
    }

    @Override
    public Answer user() throws IOException {
        return read(api.user());
    }

    @Override
    public Answer issues() throws IOException {
        return read(api.issues("acme-rockets", "avionics"));
    }

    @Override
    public Answer page(String address) throws IOException {
        return read(api.page(URI.create(address)));
    }

    @Override
    public Answer issue(int number, @Nullable String etag) throws IOException {
        return read(api.issue(number, etag));
    }

    @Override
    public Answer comment(int number, String json) throws IOException {
        return read(api.comment(number, json));
    }

    private static Answer read(Response answer) throws IOException {
        try (Response response = answer) {
            if (response.body() != null) {
                response.body().asInputStream().readAllBytes();
            }
            return new Answer(response.status(), header(response, "etag"), header(response, "link"));
        }
    }

    private static @Nullable String header(Response response, String name) {
        Collection<String> values = response.headers().getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.iterator().next();
    }
}
