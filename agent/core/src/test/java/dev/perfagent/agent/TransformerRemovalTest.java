package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.plan.Candidates;
import dev.perfagent.plan.ClassFolders;
import dev.perfagent.plan.Coverage;
import dev.perfagent.plan.CoverageGap;
import dev.perfagent.plan.LoaderKind;
import dev.perfagent.record.StartFacts;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TransformerRemovalTest {
    private static final String THERE = "java/util/BitSet";
    private static final String MISSING = "org/example/Missing";

    /** As in the class. */
    private static final int MOST_CLASSES = 50;

    private final ClassFileTransformer transformer = new ClassFileTransformer() {};
    private final Coverage coverage = new Coverage();
    private final List<Object> removed = new ArrayList<>();
    private final List<Object> added = new ArrayList<>();

    @Test
    void leavesWhenTheLastClassIsWoven() {
        TransformerRemoval departure = departure(Map.of(THERE, LoaderKind.BOOT, MISSING, LoaderKind.SYSTEM));

        departure.woven(MISSING);
        departure.woven(MISSING);
        departure.woven("org/example/Other");
        assertThat(removed).isEmpty();

        departure.woven(THERE);
        assertThat(removed).containsExactly(transformer);

        departure.woven(THERE);
        assertThat(removed).hasSize(1);
    }

    @Test
    void comesBackWhileItIsHeld() {
        TransformerRemoval departure = departure(Map.of(THERE, LoaderKind.BOOT));
        departure.woven(THERE);

        departure.hold();
        departure.hold();
        assertThat(added).containsExactly(transformer);
        departure.release();
        assertThat(removed).hasSize(1);

        departure.release();
        assertThat(removed).hasSize(2);
    }

    @Test
    void doesNotLeaveWhileItIsHeld() {
        TransformerRemoval departure = departure(Map.of(THERE, LoaderKind.BOOT));

        departure.hold();
        departure.woven(THERE);
        assertThat(removed).isEmpty();

        departure.release();
        assertThat(removed).hasSize(1);
        assertThat(added).isEmpty();
    }

    @Test
    void staysWhenCalledOffWhileItIsHeld() {
        TransformerRemoval departure = departure(Map.of(THERE, LoaderKind.BOOT));
        departure.woven(THERE);

        departure.hold();
        departure.callOff();
        departure.release();

        departure.hold();
        departure.release();
        assertThat(added).hasSize(1);
        assertThat(removed).hasSize(1);
    }

    @Test
    void staysWhenCalledOff() {
        TransformerRemoval departure = departure(Map.of(THERE, LoaderKind.BOOT));

        departure.callOff();
        departure.woven(THERE);

        assertThat(removed).isEmpty();
    }

    @Test
    void staysWhenNothingIsAwaited() {
        departure(Map.of()).run();

        assertThat(removed).isEmpty();
    }

    @Test
    void aClassOfTheJdkThatCannotBeLoadedCallsItOffAtOnce() {
        TransformerRemoval departure = departure(Map.of("java/lang/Missing", LoaderKind.BOOT));

        departure.run();
        departure.woven("java/lang/Missing");

        assertThat(removed).isEmpty();
    }

    @Test
    void theApplicationsClassesWaitForTheSecondCall() {
        Map<String, LoaderKind> awaited = Map.of(THERE, LoaderKind.BOOT, MISSING, LoaderKind.SYSTEM);
        TransformerRemoval once = departure(awaited);
        once.run();
        once.woven(THERE);
        once.woven(MISSING);
        assertThat(removed).hasSize(1);

        TransformerRemoval twice = departure(awaited);
        twice.run();
        twice.run();
        twice.woven(THERE);
        twice.woven(MISSING);
        assertThat(removed).hasSize(1);
    }

    @Test
    void aLibraryIsInUseWhenAClassBesideOrAboveAnAwaitedOneIsLoaded() {
        Candidates probes = new Candidates(List.of("**library/inner/Client"), List.of());
        TransformerRemoval departure =
                departure(Map.of("org/library/inner/Client", LoaderKind.SYSTEM, "app/Steps", LoaderKind.SYSTEM));

        assertThat(departure.isBeside("org/library/Settings", probes)).isTrue();
        assertThat(departure.isBeside("org/library/inner/Other", probes)).isTrue();
        assertThat(departure.isBeside("org/library/inner/deeper/Other", probes)).isFalse();
        assertThat(departure.isBeside("org/other/Settings", probes)).isFalse();
        assertThat(departure.isBeside("app/Main", probes))
                .as("awaited by a rule")
                .isFalse();
        assertThat(departure.isBeside("Main", probes)).as("in no package").isFalse();

        departure.woven("org/library/inner/Client");
        assertThat(departure.isBeside("org/library/Settings", probes)).isFalse();
    }

    @Test
    void whatIsLoadedEarlyIsNotInitialised() {
        String name = Explosive.class.getName().replace('.', '/');
        TransformerRemoval departure = departure(Map.of(name, LoaderKind.SYSTEM));

        departure.run();
        departure.run();
        departure.woven(name);

        assertThat(removed).hasSize(1);
    }

    @Test
    void manyClassesOfTheApplicationAreLeftToIt() {
        Map<String, LoaderKind> awaited = new HashMap<>();
        for (int i = 0; i <= MOST_CLASSES; i++) {
            awaited.put(MISSING + i, LoaderKind.SYSTEM);
        }
        TransformerRemoval departure = departure(awaited);

        departure.run();
        departure.run();
        for (int i = 0; i <= MOST_CLASSES; i++) {
            departure.woven(MISSING + i);
        }

        assertThat(removed).hasSize(1);
    }

    @Test
    void foldersHaveToBeAsTheyWere(@TempDir Path folder) throws IOException {
        ClassFolders folders = new ClassFolders();
        folders.add(folder.toFile());
        coverage.completed(List.of(), folders.stamps());
        TransformerRemoval departure = departure(Map.of(MISSING, LoaderKind.SYSTEM));

        departure.woven(MISSING);
        assertThat(removed).as("before it is sure").isEmpty();
        departure.run();
        assertThat(removed).hasSize(1);
        assertThat(coverage.isComplete()).isTrue();
    }

    @Test
    void staysWhenAFolderHasChanged(@TempDir Path folder) {
        coverage.completed(List.of(), List.of(folder + ":1:1"));
        TransformerRemoval departure = departure(Map.of(MISSING, LoaderKind.SYSTEM));

        departure.run();
        departure.woven(MISSING);

        assertThat(removed).isEmpty();
        assertThat(coverage.gap()).isEqualTo(CoverageGap.CHANGED_FOLDERS);
    }

    private TransformerRemoval departure(Map<String, LoaderKind> awaited) {
        return new TransformerRemoval(
                instrumentation(), transformer, new StartFacts("test", Map.of()), coverage, new HashMap<>(awaited));
    }

    /** All that it is asked for is to remove a transformer, and to add it again. */
    private Instrumentation instrumentation() {
        return (Instrumentation) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("removeTransformer")) {
                        return removed.add(arguments[0]);
                    }
                    if (!method.getName().equals("addTransformer")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    added.add(arguments[0]);
                    return null;
                });
    }

    /** Must not be. */
    private static final class Explosive {
        static {
            explode();
        }

        private static void explode() {
            throw new AssertionError("initialised");
        }
    }
}
