package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trees of files are made as the kernel shows them. */
final class ControlGroupTest {
    @TempDir
    private Path root;

    @Test
    void readsBothVersions() {
        assertThat(ControlGroup.throttledMsOf("usage_usec 9\nnr_periods 4\nnr_throttled 2\nthrottled_usec 1234567\n"))
                .isEqualTo(1234.567);
        assertThat(ControlGroup.throttledMsOf("nr_periods 4\nnr_throttled 2\nthrottled_time 1234567000\n"))
                .isEqualTo(1234.567);
        assertThat(ControlGroup.throttledMsOf("usage_usec 9\n")).isNull();
        assertThat(ControlGroup.throttledMsOf(null)).isNull();
    }

    /** A group without the cpu controller, and the root of all, count nothing: their cpu.stat has no such line. */
    @Test
    void versionTwoWithTheLimitAtAGroupAround() throws IOException {
        group("", "usage_usec 90000");
        group("kubepods.slice", "usage_usec 80000");
        group("kubepods.slice/pod.slice", "usage_usec 70000\nthrottled_usec 250000");
        group("kubepods.slice/pod.slice/tool.scope", "usage_usec 60000\nthrottled_usec 0");
        group("kubepods.slice/other.slice", "throttled_usec 9000000");

        assertThat(throttledMs("0::/kubepods.slice/pod.slice/tool.scope\n")).isEqualTo(250);
    }

    @Test
    void versionTwoWithTwoLimits() throws IOException {
        group("user.slice", "throttled_usec 100000");
        group("user.slice/build", "throttled_usec 20000");

        assertThat(throttledMs("0::/user.slice/build\n")).isEqualTo(120);
    }

    @Test
    void versionTwoInAContainerThatSeesOnlyItsOwnGroup() throws IOException {
        group("", "throttled_usec 5000");

        assertThat(throttledMs("0::/\n")).isEqualTo(5);
        assertThat(throttledMs("0::/docker/4711\n")).isEqualTo(5);
        assertThat(throttledMs("0::/../../elsewhere\n")).isEqualTo(5);
    }

    @Test
    void versionOne() throws IOException {
        group("cpu/build", "throttled_time 7000000");

        assertThat(throttledMs("4:memory:/m\n1:cpu:/build\n0::/\n")).isEqualTo(7);
    }

    @Test
    void versionOneWithTheLimitAtAGroupAround() throws IOException {
        group("cpu,cpuacct", "nr_throttled 0\nthrottled_time 0");
        group("cpu,cpuacct/docker", "nr_throttled 3\nthrottled_time 40000000");
        group("cpu,cpuacct/docker/4711", "nr_throttled 0\nthrottled_time 0");

        assertThat(throttledMs("4:memory:/m\n2:cpu,cpuacct:/docker/4711\n")).isEqualTo(40);
    }

    /** Where both versions are mounted the cpu controller is in one of them; that of version 2 is in a folder of its own. */
    @Test
    void bothVersionsAtOnce() throws IOException {
        group("unified", "usage_usec 1");
        group("cpu", "throttled_time 0");
        group("cpu/build", "throttled_time 3000000");

        assertThat(throttledMs("2:cpu:/build\n1:name=systemd:/build\n0::/build\n"))
                .isEqualTo(3);
    }

    @Test
    void aGroupThatIsGoneIsNotKnown() throws IOException {
        Path stat = group("build", "throttled_usec 5000");
        String[] files = ControlGroup.find("0::/build\n", root.toString());
        assertThat(files).containsExactly(stat.toString());

        Files.delete(stat);

        assertThat(ControlGroup.throttledMs(files)).isNull();
    }

    @Test
    void groupsWithinGroupsWithoutEnd() throws IOException {
        String path = "/g".repeat(100);
        group(path.substring(1), "throttled_usec 1000");

        assertThat(throttledMs("0::" + path + "\n")).isEqualTo(1);
    }

    @Test
    void noGroupWithAQuota() throws IOException {
        group("", "usage_usec 9");

        assertThat(throttledMs("0::/\n")).isNull();
        assertThat(throttledMs("0::")).isNull();
        assertThat(throttledMs(null)).isNull();
        assertThat(throttledMs("nonsense")).isNull();
    }

    private @Nullable Double throttledMs(@Nullable String groups) {
        return ControlGroup.throttledMs(ControlGroup.find(groups, root.toString()));
    }

    private Path group(String path, String stat) throws IOException {
        Path folder = Files.createDirectories(root.resolve(path));
        return Files.writeString(folder.resolve("cpu.stat"), stat + "\n");
    }
}
