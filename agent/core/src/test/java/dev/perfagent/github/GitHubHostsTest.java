package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubHostsTest {
    private final GitHubHosts hosts = new GitHubHosts(Set.of("github.example.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.github.com",
                "API.GitHub.com",
                "uploads.github.com",
                "api.tenant.ghe.com",
                "uploads.tenant.ghe.com",
                "github.example.com",
                "GitHub.Example.com"
            })
    void theApiIsRecognisedByItsHost(String host) {
        assertThat(hosts.isApi(host)).isTrue();
        assertThat(GitHubHosts.isElsewhere(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "github.com",
                "raw.githubusercontent.com",
                "objects.githubusercontent.com",
                "codeload.github.com",
                "raw.github.com",
                "tenant.ghe.com",
                "api..ghe.com"
            })
    void gitHubsOtherHostsAreNotTheApi(String host) {
        assertThat(hosts.isApi(host)).isFalse();
        assertThat(GitHubHosts.isElsewhere(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gitlab.com", "localhost", "api.github.com.evil.org", "myapi.github.com.org", ""})
    void othersAreUnknown(String host) {
        assertThat(hosts.isApi(host)).isFalse();
        assertThat(GitHubHosts.isElsewhere(host)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v3, false",
        "/api/v3/user, false",
        "/api/v3/users/1, false",
        "/api/v3/ticker/price, false",
        "/api/v3/metadata, false",
        "/api/v3/meta, true",
        "/api/v3/rate_limit, true",
        "/api/v3/repos/o/r, true",
        "/api/v3/repos?page=1, true",
        "/api/v3/orgs/o, true",
        "/api/uploads/repos/o/r/releases/1/assets, true",
        "/api/graphql, false",
    })
    void aServersPathMayBeGitHubsAlone(String path, boolean isAlone) {
        assertThat(GitHubHosts.isServers(path)).isTrue();
        assertThat(GitHubHosts.isServersAlone(path)).isEqualTo(isAlone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v4/projects",
                "/api/v1/repos/o/r",
                "/rest/api/3/issue/A-1",
                "/api/v30/x",
                "/api/graphqlx",
                "/x/api/v3/user",
                "/api/uploads/x",
                ""
            })
    void anotherPathIsNot(String path) {
        assertThat(GitHubHosts.isServers(path)).isFalse();
    }

    @Test
    void aServerIsKnownByWhatItHasSent() {
        hosts.saw("git.example.com:443");

        assertThat(hosts.hasSeen("git.example.com:443")).isTrue();
        assertThat(hosts.hasSeen("git.example.com:8443")).isFalse();
        for (int i = 0; i < 1000; i++) {
            hosts.saw("host-" + i);
        }
        assertThat(hosts.hasSeen("host-999")).isFalse();
    }
}
