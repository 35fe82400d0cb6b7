package dev.perfagent.probe.guava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.weave.HookCall;
import dev.perfagent.weave.RecordingHandoff;
import dev.perfagent.weave.WeavingLoader;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses Guava by reflection, because the woven copy is not the one that the test is compiled against. */
final class GuavaProbeTest {
    private static final String PACKAGE = "com.google.common.";

    private final RecordingHandoff recording = RecordingHandoff.connected();
    private ClassLoader loader = WeavingLoader.class.getClassLoader();
    private String actualPackage = PACKAGE;

    @ParameterizedTest
    @ValueSource(strings = {PACKAGE, "org.example.shaded.google.common."})
    void aCacheWithoutStatisticsIsCountedAndTheApplicationSeesNothingOfIt(String somePlace) throws Exception {
        use(somePlace);
        recording.withTokens(GuavaProbeTest::lentAndHidden);
        Object cache = build(builder());
        lookUp(cache);

        List<HookCall> built = recording.at(Site.CACHE_BUILT);
        assertThat(built).hasSize(2);
        assertThat(built.get(1).result()).isInstanceOfSatisfying(Object[].class, facts -> assertThat(facts[0])
                .isSameAs(cache));
        assertThat(hits(cache)).isEqualTo(0L);
        recording.withTokens(call -> null);
        assertThat(hitsOf(
                        "AbstractCache$SimpleStatsCounter",
                        "snapshot",
                        built.get(0).argument()))
                .isEqualTo(1L);
    }

    @Test
    void aCacheThatCountsIsLeftAlone() throws Exception {
        use(PACKAGE);
        recording.withTokens(GuavaProbeTest::lent);
        Object builder = builder();
        build(builder);
        Object cache = build(builder.getClass().getMethod("recordStats").invoke(builder));
        lookUp(cache);

        List<HookCall> built = recording.at(Site.CACHE_BUILT);
        assertThat(built.get(0).argument()).isNotNull();
        assertThat(built.get(2).argument()).isNull();
        assertThat(hits(cache)).isEqualTo(1L);
    }

    private void use(String somePlace) {
        actualPackage = somePlace;
        loader = new WeavingLoader(WeavingLoader.weaver(null), PACKAGE.replace('.', '/'), somePlace.replace('.', '/'));
    }

    private static @Nullable Object lent(HookCall call) {
        Object counter = call.argument();
        return counter == null ? null : (Supplier<Object>) () -> counter;
    }

    private static @Nullable Object lentAndHidden(HookCall call) {
        return call.site() == Site.CACHE_STATISTICS.number() ? "hidden" : lent(call);
    }

    private Object builder() throws Exception {
        return type("CacheBuilder").getMethod("newBuilder").invoke(null);
    }

    private static Object build(Object builder) throws Exception {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private void lookUp(Object cache) throws Exception {
        for (int i = 0; i < 2; i++) {
            type("Cache").getMethod("get", Object.class, Callable.class).invoke(cache, "key", (Callable<Object>)
                    () -> "value");
        }
    }

    private Object hits(Object cache) throws Exception {
        return hitsOf("Cache", "stats", cache);
    }

    private Object hitsOf(String type, String method, @Nullable Object asked) throws Exception {
        Object statistics = type(type).getMethod(method).invoke(asked);
        return type("CacheStats").getMethod("hitCount").invoke(statistics);
    }

    private Class<?> type(String name) throws ReflectiveOperationException {
        return loader.loadClass(actualPackage + "cache." + name);
    }
}
