package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PerfDataTest {
    private static final Path OWN = Path.of(
            "/tmp/hsperfdata_" + System.getProperty("user.name"),
            Long.toString(ProcessHandle.current().pid()));

    @Test
    void tellsOfThisJvmWhatJmxTells() {
        PerfData data = PerfData.of(ProcessHandle.current().pid(), System.getProperty("user.name"));
        if (!Files.exists(OWN)) {
            assertThat(data).isNull(); // a JVM without UsePerfData, or not HotSpot
            return;
        }
        assertThat(data).isNotNull();
        long loaded =
                java.lang.management.ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        assertThat(data.classesLoaded()).isBetween(loaded / 2, loaded + 100);
        assertThat(data.threadsPeak()).isPositive();
        assertThat(data.gcCount()).isNotNegative();
        assertThat(data.gcMs()).isNotNegative();
        long start = java.lang.management.ManagementFactory.getRuntimeMXBean().getStartTime();
        assertThat(data.startMillis()).isBetween(start - 5000, start + 5000);
    }

    @Test
    void whatIsNotAPerfFileIsUnknown() {
        Random random = new Random(2);
        byte[] noise = new byte[4096];
        random.nextBytes(noise);

        assertThat(PerfData.parse(new byte[0])).isNull();
        assertThat(PerfData.parse(noise)).isNull();
    }

    @Test
    void aTornFileIsUnknownOrPartlyKnownButNeverAFailure() throws Exception {
        if (!Files.exists(OWN)) {
            return;
        }
        byte[] whole = Files.readAllBytes(OWN);
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] torn = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
            for (int flips = 0; flips < 20 && torn.length > 0; flips++) {
                torn[random.nextInt(torn.length)] ^= (byte) (1 << random.nextInt(8));
            }
            PerfData.parse(torn);
        }
    }
}
