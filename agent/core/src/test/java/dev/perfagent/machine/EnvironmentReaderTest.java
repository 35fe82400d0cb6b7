package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Environment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentReaderTest {
    @Test
    void flagsThatChangeSpeedAreKeptAndSecretsAreNot() {
        String[] options = {
            "-Xmx1g", "-Dtoken=secret", "-cp", "-XX:ErrorFile=secret", "-XX:+UseSerialGC", "-javaagent:a.jar"
        };

        assertThat(EnvironmentReader.jvmFlags(options)).startsWith("-Xmx1g -XX:+UseSerialGC ");
        assertThat(EnvironmentReader.jvmFlags(options)).doesNotContain("secret", "agent");
    }

    @Test
    void thisMachineIsTheSameTwice() {
        Environment first = EnvironmentReader.read(null, null);

        assertThat(EnvironmentReader.read(null, null)).isEqualTo(first);
        assertThat(first.fingerprint()).matches("[0-9a-f]{16}");
        assertThat(first.systemScores()).isNull();
    }

    @Test
    void scoresOfThisMachineAreTakenOver(@TempDir Path folder) throws IOException {
        Environment here = EnvironmentReader.read(null, null);
        String machine = EnvironmentReader.scoresOf(here.cpu(), here.cores());

        assertThat(scores(folder, machine + "\ncpu_one_core=3015.10 jvm_start=41.20\n"))
                .isEqualTo("cpu_one_core=3015.10 jvm_start=41.20");
        assertThat(scores(folder, "another " + machine + "\njvm_start=41.20\n")).isNull();
        assertThat(scores(folder, machine + "\njvm_start=41.20")).isNull();
        assertThat(scores(folder, machine + "\n\"},\n")).isNull();
        assertThat(scores(folder, machine)).isNull();
        assertThat(EnvironmentReader.read(new File(folder.toFile(), "missing"), null)
                        .systemScores())
                .isNull();
    }

    private static @Nullable String scores(Path folder, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("scores.txt"), text);
        return EnvironmentReader.read(file.toFile(), null).systemScores();
    }
}
