package dev.perfagent.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class OwnMethodsTest {
    @Test
    void aMethodHasWhatTheJdkAndNativeCodeDoForIt() {
        assertThat(OwnMethods.shares(Map.of(
                        "a.Main.main;a.Json.parse;java.lang.String.<init>;libc.so.6`memcpy", 75L, "a.Main.main", 25L)))
                .isEqualTo(Map.of("a.Json.parse", 0.75, "a.Main.main", 0.25));
    }

    @Test
    void whatTheAgentCallsIsNobodys() {
        assertThat(OwnMethods.shares(Map.of(
                        "a.Main.main;dev.perfagent.hook.Handoff.enter;org.objectweb.asm.ClassReader.accept",
                        50L,
                        "dev.perfagent.launch.PerfAgent.premain;org.objectweb.asm.ClassReader.accept",
                        50L)))
                .isEqualTo(Map.of("a.Main.main", 0.5));
    }

    @Test
    void aClassThatIsWovenIsLoadedByTheMethodThatNeedsIt() {
        assertThat(OwnMethods.shares(Map.of(
                        "a.Main.main;java.lang.ClassLoader.loadClass;sun.instrument.InstrumentationImpl.transform;"
                                + "org.objectweb.asm.ClassReader.accept",
                        50L,
                        "sun.instrument.InstrumentationImpl.loadClassAndCallPremain;org.objectweb.asm.ClassReader.accept",
                        50L)))
                .isEqualTo(Map.of("a.Main.main", 0.5));
    }
}
