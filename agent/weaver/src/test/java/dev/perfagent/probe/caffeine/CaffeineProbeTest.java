package dev.perfagent.probe.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.weave.HookCall;
import dev.perfagent.weave.RecordingHandoff;
import dev.perfagent.weave.WeavingLoader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses Caffeine by reflection, because the woven copy is not the one that the test is compiled against. */
final class CaffeineProbeTest {
    private static final String PACKAGE = "com.github.benmanes.caffeine.cache.";

    private final RecordingHandoff recording = RecordingHandoff.connected();
    private ClassLoader loader = WeavingLoader.class.getClassLoader();
    private String actualPackage = PACKAGE;

    @ParameterizedTest
    @ValueSource(strings = {PACKAGE, "org.example.shaded.caffeine.cache."})
    void aCacheWithoutStatisticsIsGivenTheReceiversCounter(String somePlace) throws Exception {
        use(somePlace);
        recording.withTokens(CaffeineProbeTest::lent);
        Object cache = invoke(builder(), "build");
        lookUp(cache);

        assertThat(recording.sequence()).containsExactly("enter CACHE_BUILT", "exit CACHE_BUILT");
        assertThat(cacheOf(recording.calls.get(1))).isSameAs(cache);
        assertThat(hits(cache)).isEqualTo(1L);
    }

    @Test
    void aCounterOfTheOwnersIsKeptAndTheCacheStillTold() throws Exception {
        use(PACKAGE);
        recording.withTokens(CaffeineProbeTest::lent);
        Object builder = invoke(builder(), "recordStats");
        Object cache = invoke(builder, "build");

        assertThat(recording.calls.get(0).self()).isInstanceOf(Supplier.class);
        assertThat(recording.calls.get(1).token()).isNull();
        assertThat(cacheOf(recording.calls.get(1))).isSameAs(cache);
    }

    @Test
    void aReceiverThatGivesNoCounterChangesNothing() throws Exception {
        use(PACKAGE);
        recording.withTokens(call -> "no counter");
        Object cache = invoke(builder(), "build");
        lookUp(cache);

        assertThat(hits(cache)).isEqualTo(0L);
        assertThat(recording.calls.get(1).token()).isEqualTo("no counter");
    }

    @ParameterizedTest
    @ValueSource(strings = {PACKAGE, "org.example.shaded.caffeine.cache."})
    void whatIsHiddenLooksAsWithoutStatistics(String somePlace) throws Exception {
        use(somePlace);
        recording.withTokens(CaffeineProbeTest::lentAndHidden);
        for (Object builder : new Object[] {builder(), invoke(builder(), "maximumSize", 10L)}) {
            Object cache = invoke(builder, "build");
            lookUp(cache);

            assertThat(hits(cache)).isEqualTo(0L);
            assertThat(isRecordingStats(cache)).isEqualTo(false);
        }
        assertThat(recording.at(Site.CACHE_STATISTICS)).hasSize(4);
    }

    @Test
    void aCounterIsNotMadeForACacheWithAClockOfItsOwn() throws Exception {
        use(PACKAGE);
        recording.withTokens(CaffeineProbeTest::lent);
        Object ticker = Proxy.newProxyInstance(loader, new Class<?>[] {type("Ticker")}, (proxy, method, given) -> 0L);
        invoke(invoke(builder(), "ticker", ticker), "build");
        invoke(
                invoke(
                        builder(),
                        "ticker",
                        type("Ticker").getMethod("systemTicker").invoke(null)),
                "build");

        List<HookCall> calls = recording.at(Site.CACHE_BUILT);
        assertThat(calls.get(0).argument()).isNull();
        assertThat(calls.get(2).argument()).isNotNull();
    }

    @Test
    void aBuilderIsAskedForEachOfItsCachesAndKeepsNothing() throws Exception {
        use(PACKAGE);
        recording.withTokens(CaffeineProbeTest::lent);
        Object builder = builder();
        invoke(builder, "build");
        invoke(builder, "build");
        invoke(builder, "recordStats"); // would refuse had we left a counter behind

        List<HookCall> calls = recording.at(Site.CACHE_BUILT);
        assertThat(calls).hasSize(4);
        assertThat(calls.get(2).argument()).isNotNull();
        assertThat(calls.get(1).token())
                .isInstanceOf(Supplier.class)
                .isNotSameAs(calls.get(3).token());
    }

    @Test
    void everyKindOfCacheIsToldOnce() throws Exception {
        use(PACKAGE);
        Object loading = invoke(builder(), "build", cacheLoader("CacheLoader"));
        Object async = invoke(builder(), "buildAsync");
        Object asyncLoading = invoke(builder(), "buildAsync", cacheLoader("CacheLoader"));
        Object trulyAsync = invoke(builder(), "buildAsync", cacheLoader("AsyncCacheLoader"));

        assertThat(recording.calls.stream().filter(call -> call.kind().equals("exit")))
                .extracting(CaffeineProbeTest::cacheOf)
                .containsExactly(loading, synchronous(async), synchronous(asyncLoading), synchronous(trulyAsync));
    }

    private void use(String somePlace) {
        actualPackage = somePlace;
        loader = new WeavingLoader(WeavingLoader.weaver(null), PACKAGE.replace('.', '/'), somePlace.replace('.', '/'));
    }

    private Object builder() throws Exception {
        return type("Caffeine").getMethod("newBuilder").invoke(null);
    }

    /** What the agent answers: a supplier of the counter that the advice made; nothing where the owner has one. */
    private static @Nullable Object lent(HookCall call) {
        Object counter = call.argument();
        return counter == null || call.self() != null ? null : (Supplier<Object>) () -> counter;
    }

    private static @Nullable Object lentAndHidden(HookCall call) {
        return call.site() == Site.CACHE_STATISTICS.number() ? "hidden" : lent(call);
    }

    private static @Nullable Object cacheOf(HookCall built) {
        return built.result() instanceof Object[] facts ? facts[0] : null;
    }

    private Object cacheLoader(String name) throws Exception {
        return Proxy.newProxyInstance(loader, new Class<?>[] {type(name)}, (proxy, method, given) -> null);
    }

    private void lookUp(Object cache) throws Exception {
        Method get = type("Cache").getMethod("get", Object.class, Function.class);
        get.invoke(cache, "key", (Function<Object, Object>) key -> "value");
        get.invoke(cache, "key", (Function<Object, Object>) key -> "value");
    }

    private Object hits(Object cache) throws Exception {
        Object stats = type("Cache").getMethod("stats").invoke(cache);
        return type("stats.CacheStats").getMethod("hitCount").invoke(stats);
    }

    private Object isRecordingStats(Object cache) throws Exception {
        Object policy = type("Cache").getMethod("policy").invoke(cache);
        return type("Policy").getMethod("isRecordingStats").invoke(policy);
    }

    private Class<?> type(String name) throws ReflectiveOperationException {
        return loader.loadClass(actualPackage + name);
    }

    private Object synchronous(Object asyncCache) throws Exception {
        return type("AsyncCache").getMethod("synchronous").invoke(asyncCache);
    }

    private static Object invoke(Object target, String name, Object... arguments) throws Exception {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == arguments.length
                    && (arguments.length == 0 || isExactly(method, arguments[0]))) {
                return method.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(name);
    }

    private static boolean isExactly(Method method, Object argument) {
        Class<?> parameter = method.getParameterTypes()[0];
        return parameter == long.class || argument.getClass().getInterfaces()[0] == parameter;
    }
}
