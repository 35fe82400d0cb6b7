package dev.perfagent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that end too soon: read to an end, soon, and never with an exception. */
@Timeout(300)
class CutOffFileTest {
    private final Path folder;

    CutOffFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {ConfigFolder.INSTRUMENTATION, ConfigFolder.BENCHMARKS, ConfigFolder.ALERTS})
    void aFileCutOffAnywhereNeverThrows(String name) throws IOException {
        byte[] whole = Files.readAllBytes(ConfigFolder.shipped().resolve(name));
        for (int length = 0; length < whole.length; length++) {
            new ConfigFolder(folder).assertTold(name, Arrays.copyOf(whole, length));
        }
    }
}
