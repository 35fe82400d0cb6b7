package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.ApiPatterns;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.RateLimit;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls to GitHub as a client's probe reports them. */
final class GitHubCalls {
    static final String API = "https://api.github.com";

    final RecordingSession session = new RecordingSession();
    private @Nullable Boolean token = true;
    private @Nullable GitHubApi api;

    GitHubCalls authenticated(@Nullable Boolean whether) {
        token = whether;
        return this;
    }

    void get(String path, int status, String... headers) {
        call("GET", path, status, headers);
    }

    void call(String method, String path, int status, String... headers) {
        call(method, path, null, status, headers);
    }

    void call(String method, String path, @Nullable Object body, int status, String... headers) {
        answered(sent(method, path, body), method, path, status, headers);
    }

    @Nullable
    Object sent(String method, String path, @Nullable Object body) {
        return session.recorder.entered(
                Site.HTTP_CALL.number(), null, new Object[] {method, URI.create(API + path), token, body});
    }

    void answered(@Nullable Object call, String method, String path, int status, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        session.recorder.exited(
                Site.HTTP_CALL.number(), call, new Object[] {method, URI.create(API + path), status, all, null}, null);
    }

    /** Rate-limit headers of the core resource. */
    static String[] core(long limit, long used, long reset) {
        return new String[] {
            "x-ratelimit-limit", Long.toString(limit),
            "x-ratelimit-remaining", Long.toString(limit - used),
            "x-ratelimit-used", Long.toString(used),
            "x-ratelimit-reset", Long.toString(reset),
            "x-ratelimit-resource", "core"
        };
    }

    GitHubApi api() {
        if (api == null) {
            api = Objects.requireNonNull(session.end().gitHubApi());
            assertThat(session.failures).isEmpty();
        }
        return api;
    }

    ApiPatterns patterns() {
        return Objects.requireNonNull(api().patterns());
    }

    RateLimit resource(String name) {
        return api().resources().stream()
                .filter(limit -> limit.resource().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Endpoint endpoint(String name) {
        return api().endpoints().stream()
                .filter(endpoint -> endpoint.endpoint().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + api().endpoints()));
    }
}
