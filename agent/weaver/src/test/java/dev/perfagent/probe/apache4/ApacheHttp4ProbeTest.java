package dev.perfagent.probe.apache4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.weave.WeavingLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApacheHttp4ProbeTest {
    private static final String PACKAGE = "org.apache.http.";

    @ParameterizedTest
    @ValueSource(strings = {PACKAGE, "org.example.shaded.http."})
    void bothChainsAreFoundAndWoven(String actualPackage) throws Exception {
        Weaver weaver = WeavingLoader.weaver(null);
        WeavingLoader loader = new WeavingLoader(weaver, PACKAGE.replace('.', '/'), actualPackage.replace('.', '/'));
        for (String name : new String[] {"impl.execchain.MainClientExec", "impl.execchain.MinimalClientExec"}) {
            assertThat(loader.loadClass(actualPackage + name).getDeclaredMethods())
                    .as("verified")
                    .isNotEmpty();
        }

        assertThat(weaver.matches()).extracting(RuleMatch::refusal).containsOnlyNulls();
        assertThat(weaver.matches()).flatExtracting(RuleMatch::methods).containsExactly("execute", "execute");
    }
}
