package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherAgentTest {
    @TempDir
    private Path folder;

    @Test
    void isInTheJarWhoseManifestNamesIt() throws IOException {
        assertThat(LauncherAgent.isIn(jar("with.jar", "Launcher-Agent-Class"))).isTrue();
        assertThat(LauncherAgent.isIn(jar("without.jar", "Premain-Class"))).isFalse();
    }

    @Test
    void isNotInAnythingElse() throws IOException {
        assertThat(LauncherAgent.isIn(folder.toString())).isFalse();
        assertThat(LauncherAgent.isIn("a.jar" + java.io.File.pathSeparator + "b.jar"))
                .isFalse();
        Path odd = Files.writeString(folder.resolve("odd.jar"), "no jar");
        assertThat(LauncherAgent.isIn(odd.toString())).as("unknown").isTrue();
    }

    private String jar(String name, String attribute) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(attribute, "app.Agent");
        Path jar = folder.resolve(name);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar.toString();
    }
}
