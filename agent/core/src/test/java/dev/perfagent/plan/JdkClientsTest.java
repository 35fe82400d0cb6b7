package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JdkClientsTest {
    private static final String HTTP_CLIENT = "jdk/internal/net/http/HttpClientImpl";
    private static final String CONNECTION = "sun/net/www/protocol/http/HttpURLConnection";
    private static final String SECURE = "sun/net/www/protocol/https/AbstractDelegateHttpsURLConnection";
    private static final List<String> ALL = List.of(HTTP_CLIENT, CONNECTION, SECURE);

    @Test
    void aClientIsCalledWhereOneOfItsClassesIsOnTheStack() {
        assertThat(called("jdk.internal.net.http.ConnectionPool")).containsExactly(HTTP_CLIENT);
        assertThat(called("sun.net.www.protocol.https.HttpsClient")).containsExactly(CONNECTION, SECURE);
        assertThat(called("jdk.internal.net.http.common.Utils", "sun.net.www.protocol.http.Handler"))
                .containsExactly(HTTP_CLIENT, CONNECTION, SECURE);
    }

    @Test
    void othersReadSettingsToo() {
        assertThat(called("sun.net.spi.DefaultProxySelector", "java.net.SocksSocketImpl"))
                .isEmpty();
        assertThat(called()).isEmpty();
    }

    @Test
    void theirOwnClassesAreKnown() {
        assertThat(ALL).allMatch(JdkClients::own);
        assertThat(JdkClients.own("java/lang/Shutdown")).isFalse();
        assertThat(JdkClients.own("java/lang/ProcessBuilder")).isFalse();
    }

    private static List<String> called(String... classNames) {
        StackTraceElement[] calls = new StackTraceElement[classNames.length];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = new StackTraceElement(classNames[i], "read", null, -1);
        }
        return JdkClients.called(ALL, calls);
    }
}
