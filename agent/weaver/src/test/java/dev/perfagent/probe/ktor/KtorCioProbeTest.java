package dev.perfagent.probe.ktor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.weave.WeavingLoader;
import io.ktor.client.engine.cio.CIOEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KtorCioProbeTest {
    @ParameterizedTest
    @ValueSource(strings = {"io.ktor.", "org.example.shaded.ktor."})
    void theEnginesMethodIsFoundAndWovenTwice(String actualPackage) throws Exception {
        Weaver weaver = WeavingLoader.weaver(null);
        WeavingLoader loader = new WeavingLoader(weaver, "io/ktor/", actualPackage.replace('.', '/'));
        Class<?> engine = loader.loadClass(CIOEngine.class.getName().replace("io.ktor.", actualPackage));

        assertThat(engine.getDeclaredMethods()).as("verified").isNotEmpty();
        assertThat(weaver.matches()).extracting(RuleMatch::refusal).containsOnlyNulls();
        assertThat(weaver.matches()).flatExtracting(RuleMatch::methods).containsExactly("execute", "execute");
    }
}
