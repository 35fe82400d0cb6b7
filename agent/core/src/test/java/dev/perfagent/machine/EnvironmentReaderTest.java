package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Environment;
import org.junit.jupiter.api.Test;

final class EnvironmentReaderTest {
    @Test
    void flagsThatChangeSpeedAreKeptAndSecretsAreNot() {
        String[] commandLine = {
            "java",
            "-Xmx1g",
            "-Dtoken=secret",
            "-cp",
            "-Xodd.jar",
            "-XX:+UseSerialGC",
            "-javaagent:a.jar",
            "-jar",
            "x.jar",
            "-Xapp"
        };

        assertThat(EnvironmentReader.jvmFlags(commandLine)).startsWith("-Xmx1g -XX:+UseSerialGC ");
        assertThat(EnvironmentReader.jvmFlags(commandLine)).doesNotContain("secret", "-Xapp", "-Xodd");
    }

    @Test
    void thisMachineIsTheSameTwice() {
        Environment first = EnvironmentReader.read();

        assertThat(EnvironmentReader.read()).isEqualTo(first);
        assertThat(first.fingerprint()).matches("[0-9a-f]{16}");
    }
}
