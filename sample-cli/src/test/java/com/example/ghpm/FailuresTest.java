package com.example.ghpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ghpm.demo.DemoApi;
import com.example.ghpm.demo.DemoSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FailuresTest {
    private static final Map<String, String> TOKEN = Map.of("GITHUB_TOKEN", "t");

    @Test
    void aMissingTokenIsSaid() {
        assertThat(Run.of("status", "--project", "acme-rockets"))
                .isEqualTo(
                        new Run(1, "", "ghpm: no token: set GITHUB_TOKEN to a personal access token, or try --demo\n"));
    }

    @Test
    void anUnreachableServerIsSaid() throws Exception {
        String gone;
        try (DemoApi api = DemoApi.start(DemoSettings.fast())) {
            gone = api.baseUrl();
        }
        assertThat(Run.with(TOKEN, "status", "--project", "acme-rockets", "--endpoint", gone))
                .isEqualTo(new Run(1, "", "ghpm: cannot reach " + gone + "/user: check --endpoint and the network\n"));
    }

    @Test
    void aTokenThatIsNotAcceptedIsSaid() throws Exception {
        try (DemoApi api = DemoApi.start(DemoSettings.fast())) {
            Run run = Run.with(
                    Map.of("GITHUB_TOKEN", "invalid"), "status", "--project", "x", "--endpoint", api.baseUrl());
            assertThat(run)
                    .isEqualTo(new Run(
                            1, "", "ghpm: the server does not accept the token (HTTP 401): check GITHUB_TOKEN\n"));
        }
    }

    @Test
    void anUnknownProjectIsSaid() {
        Run run = Run.of("status", "--demo", "--project", "nobody");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("ghpm: not found, or not yours to see (HTTP 404): http://127.0.0.1:");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anExhaustedQuotaIsSaid() {
        Run run = Run.of("status", "--demo", "--scenario", "exhausted");
        assertThat(run)
                .isEqualTo(new Run(
                        1, "", "ghpm: the API rate limit is used up (HTTP 403): try again when it has been reset\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "status",
                "status --scenario slow --project x",
                "status --demo --scenario fast",
                "status --demo --endpoint http://localhost",
                "status --project x --endpoint ftp://localhost",
                "status --project x --endpoint nonsense:::",
                "batch --demo --size 0",
                "batch --demo --size many"
            })
    void aWrongCommandLineIsAnsweredWithTheUsage(String line) {
        Run run = Run.with(TOKEN, line.isEmpty() ? new String[0] : line.split(" ", -1));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: ghpm");
    }
}
