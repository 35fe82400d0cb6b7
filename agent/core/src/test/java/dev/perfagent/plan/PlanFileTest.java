package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.application.Application;
import dev.perfagent.settings.Configuration;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tool reads back is what the agent wrote. */
class PlanFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"conf", "/", "/etc/perf", "/a|b", "/a:1:2", "."})
    void aKeyIsReadBack(@Nullable String config) {
        File jar = folder.resolve("perf|agent:1.jar").toFile();
        PlanKey key = PlanKey.of("1.2.3", jar, config, "lib/ghpm.jar batch", "lib/ghpm.jar" + File.pathSeparator + "x");

        PlanOrigin origin = PlanOrigin.of(key.text());

        assertThat(origin).isNotNull();
        assertThat(origin)
                .isEqualTo(new PlanOrigin(
                        "1.2.3",
                        jar.getPath(),
                        System.getProperty("java.vm.version"),
                        System.getProperty("java.home"),
                        origin.configFolder(),
                        "lib/ghpm.jar"));
        assertThat(absolute(origin.configFolder())).isEqualTo(absolute(config));
    }

    private static @Nullable File absolute(@Nullable String folder) {
        return folder == null ? null : new File(folder).getAbsoluteFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "|", "1.2.3", "1.2.3|/x.jar|17", "1.2.3|/x.jar:1:2|17|/jdk|null|", "a|b|c|d|e|f|g|"})
    void whatIsNoKeyTellsNothing(String text) {
        assertThat(PlanOrigin.of(text)).isNull();
    }

    @Test
    void aPlanThatWasKeptIsRead() throws IOException {
        Plan plan = plan();
        plan.classes().learn(LoaderKind.SYSTEM, "com/example/A", new byte[10], new byte[20]);
        plan.classes().learn(LoaderKind.OTHER, "com/example/B", new byte[30], null);
        keep(plan);

        PlanFile read = only();

        assertThat(read.problem()).isNull();
        assertThat(read.name()).isEqualTo("x");
        assertThat(read.application()).isEqualTo("Title");
        assertThat(read.classes())
                .containsExactlyInAnyOrder(
                        new PlannedClass("com.example.A", LoaderKind.SYSTEM, 10, 20),
                        new PlannedClass("com.example.B", LoaderKind.OTHER, 30, 0));
        assertThat(read.woven()).isEqualTo(1);
    }

    /** Another version may write other fields and mean the same format number. */
    @Test
    void fieldsBehindOursAreAnotherVersions() throws IOException {
        byte[] ours = PlanStore.format("1|/x.jar:1:2|17|/jdk|null|X|", plan());
        byte[] longer = java.util.Arrays.copyOf(ours, ours.length + 1);
        int length = longer.length - PlanStore.HEADER;
        put(longer, 8, length);
        put(longer, 12, ClassEntry.crc(longer, PlanStore.HEADER, length));
        Files.write(folder.resolve("x.plan"), longer);

        PlanFile read = only();

        assertThat(read.problem()).isEqualTo("is of another version of perf-agent");
        assertThat(read.plan()).isNull();
        PlanOrigin origin = read.origin();
        assertThat(origin).isNotNull();
        assertThat(origin.agentVersion()).isEqualTo("1");
    }

    @Test
    void aFolderThatIsNotThereHoldsNone() {
        assertThat(PlanFile.in(folder.resolve("nowhere").toFile())).isEmpty();
    }

    private void keep(Plan plan) throws IOException {
        new PlanStore(folder.toFile()).save(new PlanKey("x", "1|/x.jar:1:2|17|/jdk|null|X|", "agent"), plan);
    }

    private PlanFile only() {
        List<PlanFile> all = PlanFile.in(folder.toFile());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Plan plan() {
        return Plan.first(
                Configuration.standard(),
                new Application("X", null, "Title"),
                List.of(),
                new byte[1],
                new byte[1],
                List.of("a/*"));
    }

    private static void put(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> 24 - 8 * i);
        }
    }
}
