package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Environment;
import org.junit.jupiter.api.Test;

final class EnvironmentReaderTest {
    @Test
    void flagsThatChangeSpeedAreKeptAndSecretsAreNot() {
        String[] options = {"-Xmx1g", "-Dtoken=secret", "-cp", "-XX:+UseSerialGC", "-javaagent:a.jar"};

        assertThat(EnvironmentReader.jvmFlags(options)).startsWith("-Xmx1g -XX:+UseSerialGC ");
        assertThat(EnvironmentReader.jvmFlags(options)).doesNotContain("secret", "agent");
    }

    @Test
    void thisMachineIsTheSameTwice() {
        Environment first = EnvironmentReader.read();

        assertThat(EnvironmentReader.read()).isEqualTo(first);
        assertThat(first.fingerprint()).matches("[0-9a-f]{16}");
    }
}
