package dev.perfagent.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfagent.prepare.MeasuredCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfilerTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    @Test
    void flightRecorderIsUsedWhereTheLibraryCannotBeLoadedAndTheReasonIsKept() throws IOException {
        Profiler profiler = Profiler.orFlightRecorder(broken(), JAVA, folder);

        assertThat(profiler.name()).isEqualTo("Flight Recorder");
        assertThat(profiler.problem()).contains("libbroken.so");
        assertThat(profiler.flags(folder, ProfileEvent.CPU)).noneMatch(flag -> flag.startsWith("-agentpath"));
        assertThat(Files.readString(folder.resolve("events.jfc"))).contains("jdk.ExecutionSample");
    }

    @Test
    void aGivenProfilerThatDoesNotWorkIsAnError() throws IOException {
        broken();
        MeasuredCommand command = new MeasuredCommand(List.of(JAVA, "Tool"), Map.of());

        assertThatThrownBy(() ->
                        Profiler.of(command, folder.resolve("libbroken.so").toString(), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("libbroken.so does not work");
    }

    @Test
    void flightRecorderCanBeAskedFor() throws IOException {
        Profiler profiler = Profiler.of(new MeasuredCommand(List.of(JAVA), Map.of()), "jfr", folder);

        assertThat(profiler.name()).isEqualTo("Flight Recorder");
        assertThat(profiler.problem()).isNull();
    }

    @Test
    void theLibraryIsThatOfTheSystem() {
        assertThat(AsyncProfiler.system("Linux", "amd64")).isEqualTo("linux-x64");
        assertThat(AsyncProfiler.system("Linux", "aarch64")).isEqualTo("linux-arm64");
        assertThat(AsyncProfiler.system("Mac OS X", "aarch64")).isEqualTo("macos");
        assertThat(AsyncProfiler.system("Linux", "s390x")).isNull();
        assertThat(AsyncProfiler.system("Windows 11", "amd64")).isNull();
    }

    private AsyncProfiler broken() throws IOException {
        return new AsyncProfiler(Files.writeString(folder.resolve("libbroken.so"), "not a library"));
    }
}
