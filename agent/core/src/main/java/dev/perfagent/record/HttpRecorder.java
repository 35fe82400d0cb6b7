package dev.perfagent.record;

import dev.perfagent.github.GitHubHosts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the HTTP probes hand in their calls. */
final class HttpRecorder {
    /** Requests under way at once; what is beyond it and open at the end is not told. */
    private static final int MOST_PENDING = 10_000;

    private final Set<Pending> pending = new LinkedHashSet<>();
    private final Executions executions;
    private final GitHubHosts gitHubHosts;
    private final Clock clock;

    HttpRecorder(Executions executions, GitHubHosts gitHubHosts, Clock clock) {
        this.executions = executions;
        this.gitHubHosts = gitHubHosts;
        this.clock = clock;
    }

    /** A request without an answer yet. */
    interface Pending {
        /** The run ends: tell what is known. */
        void settle();
    }

    /** A request goes on asynchronously. */
    void pending(Pending call) {
        synchronized (pending) {
            if (pending.size() < MOST_PENDING) {
                pending.add(call);
            }
        }
    }

    /** It has been told. */
    void settled(Pending call) {
        synchronized (pending) {
            pending.remove(call);
        }
    }

    /** The run ends: what is pending is told as it is. */
    void settle() {
        List<Pending> left;
        synchronized (pending) {
            left = new ArrayList<>(pending);
        }
        for (Pending call : left) {
            call.settle();
        }
    }

    void add(HttpCall call) {
        Recording recording = executions.current();
        recording.http().add(call);
        if (isGitHub(call)) {
            recording.gitHub().add(call, clock.millis() / 1000);
        }
    }

    private boolean isGitHub(HttpCall call) {
        String host = call.uri().getHost();
        String path = call.uri().getRawPath();
        return host != null && gitHubHosts.isApi(host, path == null ? "/" : path)
                || host != null
                        && !GitHubHosts.isElsewhere(host)
                        && call.headers() != null
                        && call.headers().first(GitHubHosts.REQUEST_ID_HEADER) != null;
    }
}
