package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which calls to servers of any name are GitHub's. */
final class GitHubServersTest {
    private final RecordingSession session = new RecordingSession();

    /** Others have an API at the path that a server of GitHub's has it at; the headers of the answer tell. */
    @Test
    void whatOthersHaveAtThePathsOfAGitHubServerIsNotGitHubs() {
        get(
                "https://code.example.com/api/graphql",
                Map.of("X-Gitlab-Meta", List.of("{}"), "RateLimit-Limit", List.of("600")));
        get("https://api.binance.example/api/v3/ticker/price", Map.of());
        get("https://project.example.com/api/v3/users/1", Map.of());

        assertThat(session.end().gitHubApi()).isNull();
    }

    /** GitLab, Gitea, Forgejo, Gogs, Bitbucket, Jira, Azure DevOps, and whoever has GraphQL or a third version. */
    @Test
    void withoutAnAnswerOnlyWhatNobodyElseHasIsGitHubs() {
        for (String address : List.of(
                "https://code.example.com/api/v4/projects",
                "https://code.example.com/api/graphql",
                "http://localhost:3000/api/v1/repos/o/r/issues",
                "https://bitbucket.example.com/rest/api/1.0/projects",
                "https://jira.example.com/rest/api/3/issue/A-1",
                "https://devops.example.com/o/_apis/git/repositories",
                "https://example.com/api/v3/coins/markets",
                "http://localhost:8080/api/v3/user")) {
            fails(address);
        }
        fails("http://localhost:8080/api/v3/repos/o/r/issues");
        fails("https://api.github.com/user");

        assertThat(paths()).containsExactly("GET /repos/{owner}/{repo}/issues", "GET /user");
    }

    @Test
    void aServerThatHasSentGitHubsHeaderIsGitHubsWithoutAnAnswerToo() {
        String server = "https://git.example.com";
        fails(server + "/api/graphql");
        get(server + "/api/v3/user", Map.of("X-GitHub-Request-Id", List.of("1")));
        fails(server + "/api/graphql");
        get(server + "/api/v3/search/code", Map.of());
        fails(server + ":8443/api/graphql");
        fails(server + "/login");

        assertThat(paths()).containsExactly("GET /user", "GET /graphql", "GET /search/code");
    }

    /** Refused, or timed out. */
    private void fails(String address) {
        Object token = session.recorder.entered(
                Site.HTTP_CALL.number(), null, new Object[] {"GET", URI.create(address), null});
        session.recorder.exited(Site.HTTP_CALL.number(), token, null, new IOException("refused"));
    }

    private List<String> paths() {
        return Objects.requireNonNull(session.end().gitHubApi()).endpoints().stream()
                .map(Endpoint::endpoint)
                .toList();
    }

    private void get(String address, Map<String, List<String>> headers) {
        Object token = session.recorder.entered(Site.HTTP_CALL.number(), null, new Object[] {"GET", address, null});
        session.recorder.exited(Site.HTTP_CALL.number(), token, new Object[] {"GET", address, 200, headers, 0L}, null);
    }
}
