package org.example;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Wastes requests or time in ways on which there is a tip, and does the same again as the tip advises. */
public final class Wasteful {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    private static final int TIMES = 5;
    private static final int ITEMS = 12;
    private static final int KEYS = 20;
    private static final long LOAD_NANOS = 2_000_000;

    /** From half a second on it is polling. */
    private static final long POLL_NANOS = 530_000_000;

    private static final int MOST_TRIES = 10;

    private static String base = "";

    private Wasteful() {}

    /** One way to waste something, each in a class of its own so that a rule can name it. */
    public interface Way {
        void before() throws Exception;

        void after() throws Exception;
    }

    /** All of them. */
    public static List<Way> ways() {
        return List.of(
                new Repeated(),
                new Pages(),
                new NoCondition(),
                new NoToken(),
                new Singles(),
                new Futile(),
                new Missing(),
                new Moved(),
                new User(),
                new RateLimit(),
                new SmallCache(),
                new OneByOne(),
                new Polling());
    }

    /** Arguments: the base of the API; how often each way is tried; {@code polls} to try only the one that takes seconds. */
    public static void main(String[] arguments) throws Exception {
        base = arguments[0];
        int rounds = Integer.parseInt(arguments[1]);
        boolean polls = arguments.length > 2 && arguments[2].equals("polls");
        for (Way way : ways()) {
            int tries = way instanceof Polling == polls ? rounds : 0;
            for (int i = 0; i < tries; i++) {
                way.before();
                way.after();
                if (way instanceof Polling polling && !polling.wasRegular() && tries < MOST_TRIES) {
                    tries++;
                }
            }
        }
    }

    /** Asks every half second whether there is something new. With a webhook it would ask once. */
    static final class Polling implements Way {
        private long shortest;
        private long longest;

        @Override
        public void before() throws Exception {
            shortest = Long.MAX_VALUE;
            longest = 0;
            long asked = System.nanoTime();
            after();
            for (int i = 1; i < TIMES; i++) {
                park(POLL_NANOS);
                long now = System.nanoTime();
                shortest = Math.min(shortest, now - asked);
                longest = Math.max(longest, now - asked);
                asked = now;
                after();
            }
        }

        /** A machine with too much to do may hold a request up; what has no interval is no polling. */
        boolean wasRegular() {
            return longest * 2 < shortest * 3;
        }

        @Override
        public void after() throws Exception {
            get("/repos/o/r/releases/latest");
        }
    }

    /** Asks for the same again. */
    static final class Repeated implements Way {
        @Override
        public void before() throws Exception {
            for (int i = 0; i < TIMES; i++) {
                get("/repos/o/plain");
            }
            get("/meta");
        }

        @Override
        public void after() throws Exception {
            get("/repos/o/plain");
            get("/meta");
        }
    }

    /** Reads a list in pages of GitHub's usual size. */
    static final class Pages implements Way {
        @Override
        public void before() throws Exception {
            read(30);
        }

        @Override
        public void after() throws Exception {
            read(100);
        }

        private static void read(int size) throws Exception {
            int page = 1;
            while (get("/repos/o/r/issues?per_page=" + size + "&page=" + page)
                    .headers()
                    .firstValue("link")
                    .isPresent()) {
                page++;
            }
        }
    }

    /** Does not say what it has. */
    static final class NoCondition implements Way {
        @Override
        public void before() throws Exception {
            ask(null);
        }

        @Override
        public void after() throws Exception {
            ask("\"1\"");
        }

        private static void ask(@org.jspecify.annotations.Nullable String tag) throws Exception {
            get("/repos/o/tagged");
            for (int i = 1; i < TIMES; i++) {
                HttpRequest.Builder request = request("/repos/o/tagged").header("Authorization", "t");
                send(tag == null ? request : request.header("If-None-Match", tag));
            }
        }
    }

    /** Says what it has, but not who it is. */
    static final class NoToken implements Way {
        @Override
        public void before() throws Exception {
            for (int i = 0; i < TIMES; i++) {
                send(request("/repos/o/tagged").header("If-None-Match", "\"1\""));
            }
        }

        @Override
        public void after() throws Exception {
            for (int i = 0; i < TIMES; i++) {
                send(request("/repos/o/tagged").header("If-None-Match", "\"1\"").header("Authorization", "t"));
            }
        }
    }

    /** Fetches one by one what the list has. */
    static final class Singles implements Way {
        @Override
        public void before() throws Exception {
            after();
            for (int i = 1; i <= ITEMS; i++) {
                get("/repos/o/r/issues/" + i);
            }
        }

        @Override
        public void after() throws Exception {
            get("/repos/o/r/issues?per_page=100");
        }
    }

    /** Tries again what cannot succeed. */
    static final class Futile implements Way {
        @Override
        public void before() throws Exception {
            for (int i = 0; i < TIMES; i++) {
                post();
            }
        }

        @Override
        public void after() throws Exception {
            post();
        }

        private static void post() throws Exception {
            send(request("/repos/o/r/labels").header("Authorization", "t").POST(BodyPublishers.ofString("{}")));
        }
    }

    /** Looks again for what is not there. */
    static final class Missing implements Way {
        @Override
        public void before() throws Exception {
            for (int i = 0; i < TIMES; i++) {
                get("/repos/o/r/labels/none");
                get("/repos/o/r/issues/" + i);
            }
        }

        @Override
        public void after() throws Exception {
            get("/repos/o/r/labels/none");
            for (int i = 0; i < TIMES; i++) {
                get("/repos/o/r/issues/" + i);
            }
        }
    }

    /** Goes by the old address. */
    static final class Moved implements Way {
        @Override
        public void before() throws Exception {
            for (int i = 0; i < TIMES; i++) {
                get("/repos/o/old?i=0");
            }
        }

        @Override
        public void after() throws Exception {
            get("/repos/o/old?i=0");
            for (int i = 1; i < TIMES; i++) {
                get("/repos/o/plain");
            }
        }
    }

    /** Asks who it is. */
    static final class User implements Way {
        @Override
        public void before() throws Exception {
            get("/user");
            after();
        }

        @Override
        public void after() throws Exception {
            get("/repos/o/plain");
        }
    }

    /** Asks how much is left. */
    static final class RateLimit implements Way {
        @Override
        public void before() throws Exception {
            for (int i = 0; i < TIMES; i++) {
                get("/rate_limit");
            }
            after();
        }

        @Override
        public void after() throws Exception {
            get("/repos/o/plain");
        }
    }

    /** Loads again and again what does not fit. */
    static final class SmallCache implements Way {
        @Override
        public void before() {
            look(KEYS / 2);
        }

        @Override
        public void after() {
            look(KEYS * 2);
        }

        private static void look(int size) {
            LoadingCache<Integer, Integer> cache = Caffeine.newBuilder()
                    .maximumSize(size)
                    .executor(Runnable::run)
                    .build(SmallCache::load);
            for (int i = 0; i < TIMES * KEYS; i++) {
                if (cache.get(i % KEYS) != i % KEYS) {
                    throw new IllegalStateException("not what was loaded");
                }
            }
        }

        private static Integer load(Integer key) {
            park(LOAD_NANOS);
            return key;
        }
    }

    /** Asks one host, which is not GitHub, for one thing after another. */
    static final class OneByOne implements Way {
        private static final int AT_ONCE = 4;

        @Override
        public void before() throws Exception {
            for (int i = 0; i < ITEMS; i++) {
                fetch(i);
            }
        }

        @Override
        public void after() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < ITEMS; i++) {
                int item = i;
                all.add(() -> fetch(item));
            }
            for (Future<Integer> each : threads.invokeAll(all)) {
                each.get();
            }
            threads.shutdown();
        }

        /** By another name of the host, because the first one is known as GitHub's. */
        private static int fetch(int item) throws IOException, InterruptedException {
            String address = "http://localhost:" + URI.create(base).getPort() + "/mirror/" + item;
            return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private static void park(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "t"));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
