package dev.perfagent.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NestedJarTest {
    private static final String NAME = "inner.jar";

    @TempDir
    private Path folder;

    @Test
    void everyEntryIsFoundStoredOrDeflated() throws IOException {
        Map<String, byte[]> entries = entries(600);
        for (boolean stored : new boolean[] {true, false}) {
            NestedJar jar = NestedJar.open(outer(zip(entries, stored), true).toFile(), NAME);

            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                assertThat(jar.contains(entry.getKey())).isTrue();
                assertThat(jar.bytes(entry.getKey())).isEqualTo(entry.getValue());
            }
            assertThat(jar.contains("none")).isFalse();
            assertThat(jar.bytes("")).isNull();
            assertThat(jar.stream("entry-1")).isNull();
        }
    }

    /** What was in the buffer before does no harm. */
    @Test
    void anEntryIsReadIntoABufferIfThereIsRoomForIt() throws IOException {
        Map<String, byte[]> entries = entries(40);
        for (boolean stored : new boolean[] {true, false}) {
            NestedJar jar = NestedJar.open(outer(zip(entries, stored), true).toFile(), NAME);
            for (int size : new int[] {0, 100, 100_000}) {
                byte[] buffer = new byte[size];
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    ByteBuffer content = jar.content(entry.getKey(), buffer);

                    assertThat(content).isEqualTo(ByteBuffer.wrap(entry.getValue()));
                }
            }
            assertThat(jar.content("none", new byte[100])).isNull();
        }
    }

    @Test
    void ofALargeJarEachEntryIsReadByItself() throws IOException {
        Map<String, byte[]> entries = entries(40);
        byte[] large = new byte[3 * 1024 * 1024];
        new Random(7).nextBytes(large);
        entries.put("large", large);
        for (boolean stored : new boolean[] {true, false}) {
            NestedJar jar = NestedJar.open(outer(zip(entries, stored), true).toFile(), NAME);

            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                assertThat(jar.bytes(entry.getKey())).isEqualTo(entry.getValue());
            }
            InputStream stream = jar.stream("large");
            assertThat(stream).isNotNull();
            assertThat(stream.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void whatIsMissingOrPackedAnewIsToldWithTheJarsName() throws IOException {
        byte[] inner = zip(entries(3), true);
        Path jar = outer(inner, true);

        assertThatIOException()
                .isThrownBy(() -> NestedJar.open(jar.toFile(), "other.jar"))
                .withMessageContaining(jar.toString())
                .withMessageContaining("other.jar is missing");
        assertThatIOException()
                .isThrownBy(() -> NestedJar.open(folder.resolve("none.jar").toFile(), NAME))
                .withMessageContaining("No such file");
        Path compressed = outer(inner, false);
        assertThatIOException()
                .isThrownBy(() -> NestedJar.open(compressed.toFile(), NAME))
                .withMessageContaining("is compressed");
    }

    @Test
    void contentThatIsNotWhatWasPackedIsDamaged() throws IOException {
        for (boolean stored : new boolean[] {true, false}) {
            byte[] inner = zip(Map.of("entry/1.class", "the very content".getBytes(UTF_8)), stored);
            Path jar = outer(inner, true);
            NestedJar open = NestedJar.open(jar.toFile(), NAME);
            byte[] changed = Files.readAllBytes(jar);
            int content = new String(changed, ISO_8859_1).indexOf("entry/1.class") + "entry/1.class".length();
            changed[content + 2] ^= 1;
            Files.write(jar, changed);

            assertThatIOException()
                    .isThrownBy(() -> open.bytes("entry/1.class"))
                    .withMessage("entry/1.class is damaged");
        }
    }

    @Test
    void whatStandsBeforeTheContentMayDifferFromTheDirectory() throws IOException {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(inner)) {
            ZipEntry entry = new ZipEntry("entry/1.class");
            entry.setLastModifiedTime(
                    FileTime.fromMillis(1_000_000_000_000L)); // a longer field here than in the directory
            entry.setLastAccessTime(FileTime.fromMillis(1_000_000_000_000L));
            zip.putNextEntry(entry);
            zip.write(7);
        }

        NestedJar jar = NestedJar.open(outer(inner.toByteArray(), true).toFile(), NAME);

        assertThat(jar.bytes("entry/1.class")).containsExactly(7);
    }

    /** Anything but an exception that premain catches would end the application. */
    @Test
    void aDamagedJarIsAnExceptionAndNoError() throws IOException {
        byte[] whole = Files.readAllBytes(outer(zip(entries(20), true), true));
        Path damaged = folder.resolve("damaged.jar");
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(damaged, Arrays.copyOf(whole, length));
            assertThatIOException().isThrownBy(() -> NestedJar.open(damaged.toFile(), NAME));
        }
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            byte[] flipped = whole.clone();
            int reach = i % 2 == 0 ? 200 : whole.length; // the outer directory is near the end
            for (int flips = 0; flips < 3; flips++) {
                flipped[flipped.length - 1 - random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(damaged, flipped);
            try {
                NestedJar.open(damaged.toFile(), NAME).bytes("entry/1.class");
            } catch (Exception stated) {
                assertThat(stated).isNotNull();
            }
        }
    }

    private static Map<String, byte[]> entries(int count) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            entries.put(
                    "entry/" + i + ".class", ("content of " + i).repeat(i % 5).getBytes(UTF_8));
        }
        return entries;
    }

    private Path outer(byte[] inner, boolean stored) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("first", new byte[100]);
        entries.put(NAME, inner);
        entries.put("last", new byte[10]);
        return Files.write(folder.resolve("outer-" + stored + ".jar"), zip(entries, stored));
    }

    private static byte[] zip(Map<String, byte[]> entries, boolean stored) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry made = new ZipEntry(entry.getKey());
                if (stored) {
                    CRC32 crc = new CRC32();
                    crc.update(entry.getValue());
                    made.setMethod(ZipEntry.STORED);
                    made.setSize(entry.getValue().length);
                    made.setCrc(crc.getValue());
                }
                out.putNextEntry(made);
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
