package dev.perfagent.observe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CalledMethodTest {
    private static final String US = "dev.perfagent.observe.Recorder.entered";
    private static final String HAND_OFF = "java.lang.PerfAgentHandoff.enter";
    private static final String SEND = "org.kohsuke.github.GitHubClient.sendRequest";
    private static final String APPLICATION = "com.example.Fetcher.fetch";

    @Test
    void itIsTheLibrarysMethodThatTheApplicationCalled() {
        assertThat(named(US, HAND_OFF, SEND, "org.kohsuke.github.GitHub.getUser", APPLICATION))
                .isEqualTo("GitHub.getUser");
    }

    @Test
    void whatTheJdkCallsInBetweenIsPassedOver() {
        assertThat(named(
                        US,
                        SEND,
                        "java.util.ArrayList.forEach",
                        "org.kohsuke.github.GHIssue.comment",
                        "java.util.stream.Stream.map",
                        APPLICATION))
                .isEqualTo("GHIssue.comment");
    }

    @Test
    void anApplicationThatIsCalledBackEndsTheSearch() {
        assertThat(named(US, SEND, APPLICATION, "org.kohsuke.github.GHRepository.each", APPLICATION))
                .isEqualTo("GitHubClient.sendRequest");
    }

    @Test
    void lambdasAndConstructorsHaveNoNamesOfTheirOwn() {
        assertThat(named(US, SEND, "org.kohsuke.github.GHIssue.lambda$0", APPLICATION))
                .isEqualTo("GitHubClient.sendRequest");
        assertThat(named(US, SEND, "org.kohsuke.github.GHKey.<init>", APPLICATION))
                .isEqualTo("GHKey");
    }

    @Test
    void aThreadOfOursAloneHasNone() {
        assertThat(named(US, HAND_OFF)).isNull();
    }

    private static @Nullable String named(String... methods) {
        return CalledMethod.of(Arrays.stream(methods)
                .map(method -> new StackTraceElement(
                        method.substring(0, method.lastIndexOf('.')),
                        method.substring(method.lastIndexOf('.') + 1),
                        null,
                        1))
                .toArray(StackTraceElement[]::new));
    }
}
