package dev.perfagent.record;

import dev.perfagent.github.GitHubHosts;

/** Where the HTTP probes hand in their calls. */
final class HttpRecorder {
    private final Executions executions;
    private final GitHubHosts gitHubHosts;
    private final Clock clock;

    HttpRecorder(Executions executions, GitHubHosts gitHubHosts, Clock clock) {
        this.executions = executions;
        this.gitHubHosts = gitHubHosts;
        this.clock = clock;
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
