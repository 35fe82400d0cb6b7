package dev.perfagent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class AgentOptionsTest {
    @Test
    void nothingGivenIsFine() {
        AgentOptions options = AgentOptions.parse(null, Map.of());

        assertThat(options.enabled()).isTrue();
        assertThat(options.quiet()).isFalse();
        assertThat(options.config()).isNull();
        assertThat(options.home()).isNull();
        assertThat(options.labels()).isEmpty();
        assertThat(options.problems()).isEmpty();
    }

    @Test
    void everyOptionIsRead() {
        AgentOptions options = AgentOptions.parse(
                "config=/etc/perf,home=/var/perf,quiet=true,enabled=false,label.team=core,label.size=big=ger",
                Map.of());

        assertThat(options.config()).isEqualTo("/etc/perf");
        assertThat(options.home()).isEqualTo("/var/perf");
        assertThat(options.quiet()).isTrue();
        assertThat(options.enabled()).isFalse();
        assertThat(options.labels()).containsExactly(Map.entry("team", "core"), Map.entry("size", "big=ger"));
    }

    @Test
    void everyVariableIsReadAndAnOptionBeatsIt() {
        Map<String, String> variables = Map.of(
                "PERF_AGENT_CONFIG", "/a",
                "PERF_AGENT_HOME", "/b",
                "PERF_AGENT_QUIET", "1",
                "PERF_AGENT_ALERTS", "0",
                "PERF_AGENT_ENABLED", "false",
                "PERF_AGENT_LABELS", "team=core, size=big");

        assertThat(AgentOptions.parse("", variables))
                .isEqualTo(new AgentOptions(
                        false, true, false, "/a", "/b", Map.of("team", "core", "size", "big"), java.util.List.of()));
        AgentOptions both =
                AgentOptions.parse("config=/x,quiet=false,alerts=true,enabled=true,label.team=web", variables);
        assertThat(both.config()).isEqualTo("/x");
        assertThat(both.quiet()).isFalse();
        assertThat(both.alerts()).isTrue();
        assertThat(both.enabled()).isTrue();
        assertThat(both.labels()).containsEntry("team", "web").containsEntry("size", "big");
    }

    @Test
    void whatIsNotUnderstoodIsToldAndTheDefaultHolds() {
        AgentOptions options =
                AgentOptions.parse("confg=/x,quiet=maybe,label.=x", Map.of("PERF_AGENT_LABELS", "nonsense"));

        assertThat(options.quiet()).isFalse();
        assertThat(options.problems())
                .containsExactly(
                        "PERF_AGENT_LABELS: 'nonsense' is not NAME=VALUE",
                        "agent option 'confg' is unknown; known are config, home, quiet, alerts, enabled, label.NAME",
                        "agent option 'label.' is unknown; known are config, home, quiet, alerts, enabled, label.NAME",
                        "'quiet' is true or false, not 'maybe'");
    }
}
