package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
        assertThat(data.classesShared()).isBetween(0L, loaded + 100);
        assertThat(data.jitMs()).isPositive();
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
            PerfData data = PerfData.parse(torn);
            if (data != null) {
                data.gcCount();
                data.startMillis();
                data.hasOtherLoaders();
            }
        }
    }

    @Test
    void otherLoadersAreToldByWhatTheyHaveFound() throws Exception {
        assertThat(counters("sun.classloader.findClasses", 0, "sun.urlClassLoader.readClassBytesTime", 0)
                        .hasOtherLoaders())
                .isFalse();
        assertThat(counters("sun.classloader.findClasses", 1).hasOtherLoaders()).isTrue();
        assertThat(counters("sun.urlClassLoader.readClassBytesTime", 1).hasOtherLoaders())
                .isTrue();
        assertThat(counters("sun.cls.time", 1, "java.cls.loadedClasses", 7).hasOtherLoaders())
                .isFalse();
        assertThat(counters().hasOtherLoaders()).isFalse();
    }

    /** A file as the JVM keeps it: a prologue of 32 bytes, then an entry for each counter. */
    private static PerfData counters(Object... namesAndValues) {
        ByteBuffer file = ByteBuffer.allocate(4096);
        file.putInt(0xcafec0c0).put((byte) 0).put((byte) 2).put((byte) 0).put((byte) 1);
        file.position(24);
        file.putInt(32).putInt(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            byte[] name = namesAndValues[i].toString().getBytes(StandardCharsets.ISO_8859_1);
            int value = (20 + name.length + 1 + 7) / 8 * 8;
            int start = file.position();
            file.putInt(value + 8).putInt(20).putInt(0).put((byte) 'J').put((byte) 0);
            file.put((byte) 1).put((byte) 1).putInt(value).put(name);
            file.position(start + value);
            file.putLong((int) namesAndValues[i + 1]);
        }
        return Objects.requireNonNull(PerfData.parse(file.array()));
    }
}
