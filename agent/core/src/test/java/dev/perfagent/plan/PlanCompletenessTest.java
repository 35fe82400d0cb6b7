package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whether a plan tells which classes are still to come, and what that rests on. */
final class PlanCompletenessTest {
    private static final PlanKey KEY = new PlanKey("program-0123", "all of the key", "agent");

    @TempDir
    private Path folder;

    @Test
    void aPlanIsIncompleteUntilAllWereAskedAbout() {
        Plan plan = Plans.small("new");
        assertThat(plan.coverage().isComplete()).isFalse();
        assertThat(plan.coverage().gap()).isEqualTo(CoverageGap.NOT_ASKED);

        plan.coverage().completed(List.of(), List.of());

        assertThat(plan.coverage().isComplete()).isTrue();
        assertThat(plan.coverage().gap()).isNull();
    }

    @Test
    void anotherLoaderMakesItIncompleteForGood() {
        Plan plan = Plans.small("plugins");
        plan.coverage().completed(List.of(), List.of());
        plan.markKept();

        plan.coverage().otherLoaderSeen();

        assertThat(plan.coverage().isComplete()).isFalse();
        assertThat(plan.coverage().gap()).isEqualTo(CoverageGap.OTHER_LOADERS);
        assertThat(plan.isChanged()).isTrue();
        assertThat(writtenAndRead(plan).coverage().gap()).isEqualTo(CoverageGap.OTHER_LOADERS);
    }

    @Test
    void everyGapComesBack() {
        for (CoverageGap gap : CoverageGap.values()) {
            Plan plan = Plans.small("open");
            plan.coverage().leaveOpen(gap);

            Plan read = writtenAndRead(plan);

            assertThat(read.coverage().gap()).isEqualTo(gap);
            assertThat(read.coverage().isComplete()).isFalse();
            assertThat(gap.text()).isNotBlank();
        }
    }

    @Test
    void whatACompletePlanRestsOnComesBack() {
        Plan plan = Plans.small("complete");
        plan.coverage().completed(List.of("/lib/ä b.jar:12:34|", "/lib/c.jar:0:0|"), List.of("/classes:1:2"));

        Plan read = writtenAndRead(plan);

        assertThat(read.coverage().isComplete()).isTrue();
        assertThat(read.coverage().manifestJars()).isEqualTo(plan.coverage().manifestJars());
        assertThat(read.classes().wovenClasses()).isEqualTo(plan.classes().wovenClasses());
    }

    @Test
    void clientsThatNoRunHasUsedComeBack() {
        Plan plan = Plans.small("complete");
        plan.coverage().completed(List.of(), List.of());
        plan.coverage().leaveUnused(List.of("a/Client", "b/Client"));
        plan.markKept();
        plan.coverage().used(List.of("c/Client"));
        assertThat(plan.isChanged()).isFalse();

        plan.coverage().used(List.of("a/Client"));

        assertThat(plan.isChanged()).isTrue();
        assertThat(writtenAndRead(plan).coverage().unusedClients()).containsExactly("b/Client");
    }

    @Test
    void aClassWithOneFormHasThatWhateverItsBytes() {
        ClassEntries classes = new ClassEntries();
        assertThat(classes.onlyForm(LoaderKind.BOOT, "a/Client")).isSameAs(ClassEntries.UNKNOWN);

        classes.learn(LoaderKind.BOOT, "a/Client", new byte[] {1}, new byte[] {2});
        classes.learn(LoaderKind.SYSTEM, "a/Client", new byte[] {1}, new byte[] {3});
        assertThat(classes.onlyForm(LoaderKind.BOOT, "a/Client")).containsExactly(2);

        classes.learn(LoaderKind.BOOT, "a/Client", new byte[] {4}, new byte[] {5});
        assertThat(classes.onlyForm(LoaderKind.BOOT, "a/Client")).isSameAs(ClassEntries.UNKNOWN);
    }

    @Test
    void onlyWovenClassesAreAwaited() {
        Plan plan = Plans.full();

        assertThat(plan.classes().wovenClasses()).containsOnlyKeys("org/example/Twin", "java/lang/Shutdown");
        assertThat(plan.classes().knows(LoaderKind.SYSTEM, "org/example/Nothing"))
                .isTrue();
        assertThat(plan.classes().knows(LoaderKind.BOOT, "org/example/Nothing")).isFalse();
        assertThat(plan.classes().leavesAlone(LoaderKind.SYSTEM, "org/example/Nothing"))
                .isTrue();
        assertThat(plan.classes().leavesAlone(LoaderKind.BOOT, "org/example/Nothing"))
                .isFalse();
        assertThat(plan.classes().leavesAlone(LoaderKind.OTHER, "org/example/Twin"))
                .isFalse();
        assertThat(plan.classes().leavesAlone(LoaderKind.OTHER, "org/example/Unknown"))
                .isFalse();
    }

    /** A colon in its name, for the stamp has them too. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no colons in names")
    void aManifestsJarThatChangesMakesTheNextRunCold() throws IOException {
        Path jar = Files.writeString(folder.resolve("a:1:2.jar"), "one");
        Path missing = folder.resolve("missing.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000));
        PlanStore store = new PlanStore(folder.resolve("plans").toFile());
        Plan plan = Plans.small("manifest");
        plan.coverage().completed(List.of(PlanKey.stamp(jar.toFile()), PlanKey.stamp(missing.toFile())), List.of());
        store.save(KEY, plan);
        assertThat(store.load(KEY)).isNotNull();

        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_001_000));
        assertThat(store.load(KEY)).as("another time").isNull();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000));
        assertThat(store.load(KEY)).isNotNull();

        Files.writeString(missing, "there");
        assertThat(store.load(KEY)).as("there now").isNull();
        Files.delete(missing);
        assertThat(store.load(KEY)).isNotNull();

        Files.delete(jar);
        assertThat(store.load(KEY)).as("gone").isNull();
    }

    private static Plan writtenAndRead(Plan plan) {
        return Objects.requireNonNull(PlanStore.parse(Plans.KEY, PlanStore.format(Plans.KEY, plan)));
    }
}
