package dev.perfagent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfagent.hook.Site;
import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;
import dev.perfagent.probe.TimingAdvice;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import dev.perfagent.settings.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

final class ClassWeaverTest {
    private static final Rule EVERYTHING = new Rule.Phase("p", new Target("com.example.**", null, null, List.of()), 0);

    private final ClassLoader loader = getClass().getClassLoader();

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_1, Opcodes.V1_3, Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_6})
    void oldClassFilesAreWoven(int version) throws Exception {
        RecordingHandoff recording = RecordingHandoff.connected();
        Class<?> old = woven("com.example.Old", ClassFiles.old(version));

        assertThat(old.getMethod("sum", int.class).invoke(null, 4)).isEqualTo(10L);
        assertThat(recording.sequence()).containsExactly("enter rule 0", "exit rule 0");
    }

    @Test
    void aParameterMayChangeItsTypeInTheBody() throws Exception {
        RecordingHandoff recording = RecordingHandoff.connected();
        Class<?> shifty = woven("com.example.Shifty", ClassFiles.reusingAParameter());
        Object result = shifty.getMethod("twice", Object.class).invoke(null, 5);

        assertThat(result).isEqualTo(6);
        assertThat(recording.sequence()).containsExactly("enter rule 0", "exit rule 0");
    }

    @Test
    void aStackTraceHasTheLinesThatItHasWithoutAdvice() throws Exception {
        RecordingHandoff recording = RecordingHandoff.connected();
        List<String> frames = new ArrayList<>();
        Runnable look = () -> {
            for (StackTraceElement frame : new Throwable().getStackTrace()) {
                frames.add(frame.toString());
            }
        };
        woven("com.example.Late", ClassFiles.withLateLine())
                .getMethod("call", Runnable.class)
                .invoke(null, look);

        assertThat(recording.sequence()).containsExactly("enter rule 0", "exit rule 0");
        assertThat(frames).contains("com.example.Late.call(Late.kt)");
    }

    @Test
    void aVersionThatNobodyKnowsYetIsKept() {
        byte[] future = ClassFile.withMajor(ClassFiles.old(Opcodes.V1_5), 99);
        byte[] woven = WeavingLoader.weaver(null, EVERYTHING).weave(loader, "com/example/Old", future);

        assertThat(woven).satisfies(bytes -> assertThat(ClassFile.major(bytes)).isEqualTo(99));
    }

    @Test
    void whatIsNoClassFileIsRefused() {
        Weaver weaver = WeavingLoader.weaver(null, EVERYTHING);

        assertThatThrownBy(() -> weaver.weave(loader, "com/example/Broken", new byte[30]))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatIsNotObservedIsNotWoven() {
        ObservedKinds nothing = new ObservedKinds(false, false, false, false);
        Settings settings =
                new Settings(null, null, List.of(), Set.of(), nothing, true, Settings.STANDARD_RETENTION_DAYS);
        Weaver weaver = new ClassWeaverFactory().weaver(settings, null, false);

        assertThat(weaver.weave(null, "jdk/internal/net/http/HttpClientImpl", new byte[0]))
                .isNull();
        assertThat(weaver.weave(loader, "com/github/benmanes/caffeine/cache/Caffeine", new byte[0]))
                .isNull();
    }

    @Test
    void aLibraryOfAnotherVersionIsReported() {
        ClassWriter other = new ClassWriter(0);
        other.visit(
                Opcodes.V1_8, Opcodes.ACC_PUBLIC, "org/example/picocli/CommandLine", null, "java/lang/Object", null);
        other.visitEnd();
        Weaver weaver = new ClassWeaverFactory().weaver(Settings.standard(), null, false);

        assertThat(weaver.weave(loader, "org/example/picocli/CommandLine", other.toByteArray()))
                .isNull();
        assertThat(weaver.matches())
                .filteredOn(match -> match.refusal() != null)
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.subject()).isEqualTo("picocli");
                    assertThat(match.methods()).containsExactly("execute", "parseArgs", "executeUserObject");
                    assertThat(match.refusal())
                            .isEqualTo("no such method in this version; known are picocli 4.0 to 4.7");
                });
    }

    @Test
    void severalProbesMayBeAboutOneClass() throws Exception {
        RecordingHandoff recording = RecordingHandoff.connected();
        Weaver weaver = new ClassWeaver(
                Settings.standard(),
                WeavingLoader.HANDOFF,
                timing("outer", Site.MAIN, "main"),
                timing("inner", Site.CACHE_BUILT, "main"));
        new WeavingLoader(weaver).call("com.example.cli.Mains$Standard", "main", (Object) new String[0]);

        assertThat(recording.sequence())
                .containsExactly("enter MAIN", "enter CACHE_BUILT", "exit CACHE_BUILT", "exit MAIN");
    }

    /** The agent has no class files of a library, as here of the relocated one. */
    @Test
    void adviceMayNameAnInterfaceThatOnlyTheApplicationHas() throws Exception {
        RecordingHandoff recording = RecordingHandoff.connected();
        String renderer = "cli/Renderer$Bold";
        String descriptor = "(Ljava/lang/String;)Ljava/lang/String;";
        Probe probe = Probe.of(
                "renderer",
                "any",
                ProbedClass.relocatable(
                        renderer,
                        "com/example/",
                        renderer,
                        Hook.of("render", descriptor, Site.MAIN, RendererAdvice.class)));
        Weaver weaver = new ClassWeaver(Settings.standard(), WeavingLoader.HANDOFF, probe);
        Object text =
                new WeavingLoader(weaver, "com/example/", "org/shaded/").call("org.shaded.cli.Renderer", "bold", "me");

        assertThat(text).isEqualTo("**me**");
        assertThat(recording.sequence()).containsExactly("enter MAIN", "enter MAIN");
        assertThat(recording.calls.get(0).self())
                .isSameAs(recording.calls.get(1).self());
        assertThat(weaver.matches()).extracting(RuleMatch::refusal).containsOnlyNulls();
    }

    private static Probe timing(String name, Site site, String method) {
        Hook hook = Hook.of(method, "([Ljava/lang/String;)V", site, TimingAdvice.class);
        return Probe.of(name, "any", ProbedClass.of("com/example/cli/Mains$Standard", hook));
    }

    @Test
    void manyThreadsMayWeaveAtOnce() throws Exception {
        Weaver weaver = WeavingLoader.weaver(null, EVERYTHING);
        byte[] original = ClassFiles.old(Opcodes.V1_5);
        byte[] expected = weaver.weave(loader, "com/example/Old", original);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<byte[]>> results = new ArrayList<>();
            Weaver fresh = WeavingLoader.weaver(null, EVERYTHING);
            for (int i = 0; i < 200; i++) {
                results.add(threads.submit(() -> fresh.weave(loader, "com/example/Old", original)));
            }
            for (Future<byte[]> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
            assertThat(fresh.matches()).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    private static Class<?> woven(String name, byte[] original) {
        Weaver weaver = WeavingLoader.weaver(null, EVERYTHING);
        return new ClassLoader(ClassWeaverTest.class.getClassLoader()) {
            Class<?> define() {
                byte[] bytes = weaver.weave(this, name.replace('.', '/'), original);
                if (bytes == null) {
                    throw new IllegalStateException("not woven");
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        }.define();
    }
}
