package dev.perfagent.probe.apache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.weave.WeavingLoader;
import org.apache.hc.client5.http.impl.classic.ConnectExec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApacheHttpProbeTest {
    private static final String PACKAGE = "org.apache.hc.";

    @ParameterizedTest
    @ValueSource(strings = {PACKAGE, "org.example.shaded.hc."})
    void theMethodIsFoundAndWoven(String actualPackage) throws Exception {
        Weaver weaver = WeavingLoader.weaver(null);
        WeavingLoader loader = new WeavingLoader(weaver, PACKAGE.replace('.', '/'), actualPackage.replace('.', '/'));
        Class<?> woven = loader.loadClass(ConnectExec.class.getName().replace(PACKAGE, actualPackage));

        assertThat(woven.getDeclaredMethods()).as("verified").isNotEmpty();
        assertThat(weaver.matches()).extracting(RuleMatch::refusal).containsOnlyNulls();
        assertThat(weaver.matches()).flatExtracting(RuleMatch::methods).containsExactly("execute");
    }

    @ParameterizedTest
    @ValueSource(strings = {PACKAGE, "org.example.shaded.hc."})
    void theMethodsOfTheAsynchronousClientAreFoundAndWoven(String actualPackage) throws Exception {
        Weaver weaver = WeavingLoader.weaver(null);
        WeavingLoader loader = new WeavingLoader(weaver, PACKAGE.replace('.', '/'), actualPackage.replace('.', '/'));
        String async = actualPackage + "client5.http.impl.async.";
        for (String name : new String[] {"AsyncConnectExec", "AsyncProtocolExec$1"}) {
            assertThat(loader.loadClass(async + name).getDeclaredMethods())
                    .as("verified")
                    .isNotEmpty();
        }

        assertThat(weaver.matches()).extracting(RuleMatch::refusal).containsOnlyNulls();
        assertThat(weaver.matches())
                .flatExtracting(RuleMatch::methods)
                .containsExactlyInAnyOrder("execute", "handleResponse", "failed");
    }
}
