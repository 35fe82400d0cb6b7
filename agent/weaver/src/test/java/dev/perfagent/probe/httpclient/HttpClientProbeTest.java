package dev.perfagent.probe.httpclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.weave.JdkClass;
import org.junit.jupiter.api.Test;

final class HttpClientProbeTest {
    @Test
    void sendAndTheLongestSendAsyncAreWoven() {
        assertThat(JdkClass.hooksWoven("jdk/internal/net/http/HttpClientImpl"))
                .containsExactlyInAnyOrder(
                        "send enter",
                        "send enter",
                        "send exit",
                        "sendAsync enter",
                        "sendAsync enter",
                        "sendAsync exit");
    }

    @Test
    void theFacadeIsNot() {
        assertThat(JdkClass.hooksWoven("jdk/internal/net/http/HttpClientFacade"))
                .isEmpty();
    }
}
