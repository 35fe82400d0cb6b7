package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubHostsTest {
    private final GitHubHosts hosts = new GitHubHosts(Set.of("github.example.com", "localhost:8080"));

    @ParameterizedTest
    @CsvSource({
        "api.github.com, /user",
        "API.GitHub.com, /user",
        "api.github.com:443, /user",
        "uploads.github.com, /repos/o/r/releases/1/assets",
        "api.tenant.ghe.com, /user",
        "github.example.com, /anything",
        "github.example.com:8443, /anything",
        "localhost:8080, /user",
        "other.example.org, /api/v3/user",
        "other.example.org, /api/v3",
        "other.example.org, /api/graphql",
        "other.example.org, /api/uploads/repos/o/r/releases/1/assets",
    })
    void theApiIsRecognised(String host, String path) {
        assertThat(hosts.isApi(host, path)).isTrue();
        assertThat(GitHubHosts.isElsewhere(host)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "github.com, /api/v3/user",
        "raw.githubusercontent.com, /o/r/main/f",
        "objects.githubusercontent.com, /x",
        "codeload.github.com, /o/r/zip/main",
        "raw.github.com, /api/v3/x",
        "tenant.ghe.com, /api/v3/x",
        "api..ghe.com, /user",
    })
    void gitHubsOtherHostsAreNotTheApi(String host, String path) {
        assertThat(hosts.isApi(host, path)).isFalse();
        assertThat(GitHubHosts.isElsewhere(host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "gitlab.com, /api/v4/projects",
        "gitlab.com, /api/graphql",
        "gitlab.example.org, /api/graphql",
        "localhost:9090, /user",
        "localhost, /user",
        "other.example.org, /api/v30/x",
        "other.example.org, /api/graphqlx",
        "other.example.org, /x/api/v3/user",
        "api.github.com.evil.org, /user",
        "'', ''",
    })
    void othersAreNot(String host, String path) {
        assertThat(hosts.isApi(host, path)).isFalse();
        assertThat(GitHubHosts.isElsewhere(host)).isFalse();
    }
}
