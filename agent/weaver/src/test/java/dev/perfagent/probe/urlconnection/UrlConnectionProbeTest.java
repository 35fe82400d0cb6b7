package dev.perfagent.probe.urlconnection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.weave.JdkClass;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UrlConnectionProbeTest {
    @Test
    void httpIsWoven() {
        assertThat(Set.copyOf(JdkClass.hooksWoven("sun/net/www/protocol/http/HttpURLConnection")))
                .containsExactlyInAnyOrder(
                        "connect enter",
                        "connect exit",
                        "getOutputStream enter",
                        "getOutputStream exit",
                        "getInputStream enter",
                        "getInputStream exit",
                        "followRedirect enter");
    }

    @Test
    void httpsIsWovenWhereItOverridesHttp() {
        assertThat(Set.copyOf(JdkClass.hooksWoven("sun/net/www/protocol/https/AbstractDelegateHttpsURLConnection")))
                .containsExactlyInAnyOrder("connect enter", "connect exit");
    }

    @Test
    void theDelegatingClassIsNot() {
        assertThat(JdkClass.hooksWoven("sun/net/www/protocol/https/HttpsURLConnectionImpl"))
                .isEmpty();
    }
}
