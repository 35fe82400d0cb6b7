package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ControlGroupTest {
    @TempDir
    private Path root;

    @Test
    void readsBothVersions() {
        assertThat(ControlGroup.throttledMs("usage_usec 9\nnr_periods 4\nnr_throttled 2\nthrottled_usec 1234567\n"))
                .isEqualTo(1234.567);
        assertThat(ControlGroup.throttledMs("nr_periods 4\nnr_throttled 2\nthrottled_time 1234567000\n"))
                .isEqualTo(1234.567);
        assertThat(ControlGroup.throttledMs("usage_usec 9\n")).isNull();
        assertThat(ControlGroup.throttledMs(null)).isNull();
    }

    @Test
    void versionTwo() throws IOException {
        Path stat = stat("user.slice/build", "throttled_usec 0");

        assertThat(find("0::/user.slice/build\n")).isEqualTo(stat.toString());
    }

    @Test
    void versionTwoInAContainerThatSeesOnlyItsOwnGroup() throws IOException {
        Path stat = stat("", "throttled_usec 0");

        assertThat(find("0::/docker/4711\n")).isEqualTo(stat.toString());
    }

    @Test
    void versionOne() throws IOException {
        Path stat = stat("cpu/build", "throttled_time 0");

        assertThat(find("4:memory:/m\n1:cpu:/build\n0::/\n")).isEqualTo(stat.toString());
    }

    @Test
    void versionOneWithTwoControllersTogether() throws IOException {
        Path stat = stat("cpu,cpuacct", "throttled_time 0");

        assertThat(find("4:memory:/m\n2:cpu,cpuacct:/docker/4711\n")).isEqualTo(stat.toString());
    }

    @Test
    void noGroupWithAQuota() throws IOException {
        stat("", "usage_usec 9");

        assertThat(find("0::/\n")).isEmpty();
        assertThat(find(null)).isEmpty();
        assertThat(find("nonsense")).isEmpty();
    }

    private String find(@org.jspecify.annotations.Nullable String groups) {
        return ControlGroup.find(groups, root.toString());
    }

    private Path stat(String group, String text) throws IOException {
        Path folder = Files.createDirectories(root.resolve(group));
        return Files.writeString(folder.resolve("cpu.stat"), text + "\n");
    }
}
