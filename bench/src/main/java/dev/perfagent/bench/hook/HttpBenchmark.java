package dev.perfagent.bench.hook;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What observing one HTTP call costs, without the call. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class HttpBenchmark {
    /** More than a call site's caches hold, fewer than what repetitions are looked for in. */
    private static final int ADDRESSES = 256;

    private static final int CALL = Site.HTTP_CALL.number();

    /** The recorder, of which a process has one. */
    @State(Scope.Benchmark)
    public static class Wired {
        /** Connects it. */
        @Setup
        public void connect() {
            WiredRecorder.connect();
        }
    }

    /** Requests to different addresses, and their answers; every thread has its own. */
    @State(Scope.Thread)
    public static class Calls {
        private final Answer[] gitHub = new Answer[ADDRESSES];
        private final Answer[] other = new Answer[ADDRESSES];
        private int next;

        /** Makes them. */
        @Setup
        public void make() {
            for (int i = 0; i < ADDRESSES; i++) {
                gitHub[i] = answer("https://api.github.com/repos/octocat/hello-world/issues/" + i, gitHubHeaders(i));
                other[i] = answer("https://example.com/pages/" + i, Map.of("content-length", "1234"));
            }
        }

        private int next() {
            next = (next + 1) % ADDRESSES;
            return next;
        }
    }

    private static Answer answer(String address, Map<String, String> headers) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "application/vnd.github+json")
                .header("Authorization", "Bearer none")
                .build();
        Map<String, List<String>> many = new HashMap<>();
        headers.forEach((name, value) -> many.put(name, List.of(value)));
        return new Answer(request, 200, HttpHeaders.of(many, (name, value) -> true), "");
    }

    /** As many as GitHub sends. */
    private static Map<String, String> gitHubHeaders(int used) {
        Map<String, String> headers = new HashMap<>();
        for (String name : List.of(
                "Access-Control-Allow-Origin",
                "Access-Control-Expose-Headers",
                "Cache-Control",
                "Content-Security-Policy",
                "Content-Type",
                "Date",
                "ETag",
                "Last-Modified",
                "Referrer-Policy",
                "Server",
                "Strict-Transport-Security",
                "Vary",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "X-GitHub-Api-Version-Selected",
                "X-GitHub-Media-Type",
                "X-XSS-Protection")) {
            headers.put(name, "something");
        }
        headers.put("Content-Length", "12345");
        headers.put("X-GitHub-Request-Id", "C0FF:EE12:3456:789A:6543");
        headers.put("X-RateLimit-Limit", "5000");
        headers.put("X-RateLimit-Remaining", Integer.toString(5000 - used));
        headers.put("X-RateLimit-Used", Integer.toString(used));
        headers.put("X-RateLimit-Reset", "1800000000");
        headers.put("X-RateLimit-Resource", "core");
        return headers;
    }

    private static void observe(Answer answer) {
        HttpRequest request = answer.request();
        boolean authenticated = request.headers().map().containsKey("authorization"); // as the advice asks
        Object[] facts = {request.method(), request.uri(), authenticated};
        Object token = Handoff.enter(CALL, null, facts);
        Handoff.exit(CALL, token, answer, null);
    }

    /** A call of GitHub's API, with its rate limit. */
    @Benchmark
    public void gitHubCall(Wired wired, Calls calls) {
        observe(calls.gitHub[calls.next()]);
    }

    /** A call of anything else. */
    @Benchmark
    public void otherCall(Wired wired, Calls calls) {
        observe(calls.other[calls.next()]);
    }

    /** Ten threads at once calling GitHub: the time is each thread's. */
    @Benchmark
    @Threads(10)
    public void tenThreadsGitHub(Wired wired, Calls calls) {
        observe(calls.gitHub[calls.next()]);
    }
}
