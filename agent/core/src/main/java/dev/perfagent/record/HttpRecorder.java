package dev.perfagent.record;

import dev.perfagent.github.GitHubHosts;
import java.net.URI;
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
            settle(call);
        }
    }

    private static void settle(Pending call) {
        try {
            call.settle();
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            return; // a request of the application's own kind may throw anything; the run is recorded all the same
        }
    }

    void add(HttpCall call) {
        Recording recording = executions.current();
        recording.http().add(call);
        if (isGitHub(call)) {
            recording.gitHub().add(call, clock.millis() / 1000);
        }
    }

    /** A thread is about to send a request: if it had to wait for it, or repeats one, that is told now. */
    void sending(ThreadState thread, String method, URI uri) {
        Refusal refusal = thread.refusal;
        if (refusal == null || !refusal.isBefore(uri)) {
            return;
        }
        thread.refusal = null;
        Recording recording = executions.current();
        if (refusal.recording == recording) {
            recording.gitHub().resumed(refusal.waitedNanos(clock.nanos()), refusal.isRepeatedBy(method, uri));
        }
    }

    /**
     * A request of that thread is over.
     *
     * @param uri that was asked for, before any redirect
     */
    void answered(ThreadState thread, HttpCall call, URI uri) {
        if (Refusal.isPossible(call) && isGitHub(call)) {
            thread.refusal = Refusal.of(call, uri, executions.current(), clock);
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
