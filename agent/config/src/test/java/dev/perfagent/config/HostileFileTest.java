package dev.perfagent.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.config.ConfigFolder.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken or meant to break us: read to an end, soon, and never with an exception. */
@Timeout(300)
class HostileFileTest {
    /** The same ones each time, so that what fails can be looked at. */
    private static final long SEED = 20_261_120;

    private final Path folder;

    HostileFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {ConfigFolder.INSTRUMENTATION, ConfigFolder.BENCHMARKS, ConfigFolder.ALERTS})
    void flippedBytesNeverThrow(String name) throws IOException {
        byte[] whole = Files.readAllBytes(ConfigFolder.shipped().resolve(name));
        Random random = new Random(SEED);
        byte[] yaml = "{}[]:,-?*&!|>'\"%@`#\t\n <~".getBytes(UTF_8);
        for (int round = 0; round < 1_000; round++) {
            byte[] flipped = whole.clone();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                flipped[random.nextInt(flipped.length)] =
                        random.nextBoolean() ? yaml[random.nextInt(yaml.length)] : (byte) random.nextInt();
            }
            new ConfigFolder(folder).assertTold(name, flipped);
        }
    }

    @Test
    void aBillionLaughsAreNotLaughed() throws IOException {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" [");
            text.append(("*a" + (i - 1) + ", ").repeat(10)).append("x]\n");
        }
        assertThat(read(text.toString()).problems())
                .containsExactly("instrumentation.yml:5:10: more than 20000 values,"
                        + " counting aliases as often as they are used");
    }

    @Test
    void mergesCannotMultiplyEither() throws IOException {
        String many = "&m { a: &x [" + "y, ".repeat(5_000) + "y] }";
        assertThat(read("m: " + many + "\nphases: [" + "{ <<: *m }, ".repeat(5_000) + "]")
                        .problems())
                .singleElement()
                .asString()
                .contains("more than 20000 values");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "{", "[{a: ", "!!a ", "&a ", "'", "\"", "|", ">", "\t", "*", ":"})
    void nestingAndRepetitionAreBounded(String unit) throws IOException {
        assertThat(read(unit.repeat(200_000 / unit.length())).problems()).isNotEmpty();
    }

    @Test
    void aVeryLongNumberIsOutOfRange() throws IOException {
        Reading reading = read("journal: { retention_days: " + "9".repeat(200_000) + " }");
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.problems().get(0)).hasSizeLessThan(300).contains("retention_days", "from 1 to 3650");
    }

    @Test
    void aTagMakesNoObject() throws IOException {
        assertThat(read("application: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://localhost/']]")
                        .problems())
                .singleElement()
                .asString()
                .contains("tags are not used here");
    }

    @Test
    void anAliasOfWhatItIsInIsUnknown() throws IOException {
        assertThat(read("application: &a { name: *a }").problems())
                .singleElement()
                .asString()
                .contains("alias '*a' has no anchor before it");
    }

    private Reading read(String text) throws IOException {
        return new ConfigFolder(folder).with(ConfigFolder.INSTRUMENTATION, text).read();
    }
}
