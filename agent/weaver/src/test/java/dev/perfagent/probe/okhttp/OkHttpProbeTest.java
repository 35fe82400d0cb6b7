package dev.perfagent.probe.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.weave.WeavingLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OkHttpProbeTest {
    @ParameterizedTest
    @ValueSource(strings = {"okhttp3.", "org.example.shaded.okhttp3."})
    void allMethodsAreFoundAndWoven(String actualPackage) throws Exception {
        Weaver weaver = WeavingLoader.weaver(null);
        WeavingLoader loader = new WeavingLoader(weaver, "okhttp3/", actualPackage.replace('.', '/'));
        Class<?> call = loader.loadClass(actualPackage + "internal.connection.RealCall");
        Class<?> interceptor = loader.loadClass(actualPackage + "internal.http.RetryAndFollowUpInterceptor");

        assertThat(call.getDeclaredMethods()).as("verified").isNotEmpty();
        assertThat(interceptor.getDeclaredMethods()).as("verified").isNotEmpty();
        assertThat(weaver.matches()).extracting(RuleMatch::refusal).containsOnlyNulls();
        assertThat(weaver.matches())
                .flatExtracting(RuleMatch::methods)
                .containsExactlyInAnyOrder("enqueue", "getResponseWithInterceptorChain$okhttp", "intercept");
    }
}
