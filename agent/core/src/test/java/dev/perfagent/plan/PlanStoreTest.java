package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not certainly ours is never used, and whatever is in the way, nothing but an IOException comes out of it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "owner and mode are those of Unix")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PlanStoreTest {
    /** As in the store. */
    private static final int MOST_PLANS = 100;

    private static final PlanKey KEY = new PlanKey("program-0123", "all of the key", "agent");

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private Path file = Path.of("");
    private PlanStore store = new PlanStore(new File(""));

    @BeforeEach
    void place() {
        folder = temporary.resolve("home/plans");
        file = folder.resolve(KEY.name() + ".plan");
        store = new PlanStore(folder.toFile());
    }

    @Test
    void whatWasSavedIsLoaded() throws IOException {
        store.save(KEY, Plans.full());

        Plans.assertSame(loaded(), Plans.full());
        assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
    }

    @Test
    void theLastOneSavedCounts() throws IOException {
        store.save(KEY, Plans.full());
        store.save(KEY, Plans.small("last"));

        Plans.assertSame(loaded(), Plans.small("last"));
    }

    @Test
    void whereNothingIsThereIsNoPlan() {
        assertThat(store.load(KEY)).isNull();
    }

    @Test
    void anotherKeysUnderTheSameName() throws IOException {
        store.save(KEY, Plans.full());

        assertThat(store.load(new PlanKey(KEY.name(), "the key of another", "agent")))
                .isNull();
        assertThat(loaded()).isNotNull();
    }

    @Test
    void onlyTheOwnerMayRead() throws IOException {
        store.save(KEY, Plans.full());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw--w----", "rw-----w-", "rw-rw-rw-"})
    void aFileThatOthersMayWrite(String mode) throws IOException {
        store.save(KEY, Plans.full());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertNotUsedAndWrittenAfresh();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwx-w----", "rwx----w-", "rwxrwxrwx"})
    void aFolderThatOthersMayWrite(String mode) throws IOException {
        store.save(KEY, Plans.full());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));

        assertNotUsedAndWrittenAfresh();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "folder"})
    void somebodyElses(String which) throws IOException {
        Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        assumeTrue(Integer.valueOf(0).equals(user), "only root gives files away");
        store.save(KEY, Plans.full());
        Files.setAttribute(which.equals("file") ? file : folder, "unix:uid", 12345);

        assertThat(store.load(KEY)).isNull();
    }

    @Test
    void aLinkInTheFilesPlace() throws IOException {
        store.save(KEY, Plans.full());
        Path elsewhere = Files.move(file, temporary.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere);

        assertNotUsedAndWrittenAfresh();
        assertThat(file).isRegularFile().satisfies(path -> assertThat(Files.isSymbolicLink(path))
                .isFalse());
        assertThat(elsewhere).exists();
    }

    @Test
    void aLinkInTheFoldersPlace() throws IOException {
        store.save(KEY, Plans.full());
        Path elsewhere = Files.move(folder, temporary.resolve("elsewhere"));
        Files.createSymbolicLink(folder, elsewhere);

        assertThat(store.load(KEY)).isNull();
    }

    /** Somebody keeps something of his own where the link leads, and in the mode that he wants. */
    @Test
    void whereALinkLeadsNothingIsChanged() throws IOException {
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.getParent());
        Files.createSymbolicLink(folder, elsewhere);

        saveIfPossible();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
                .isEqualTo("rwxr-xr-x");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFolderInTheFilesPlace() throws IOException {
        Files.createDirectories(file);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(file.resolve("content"), "kept");

        assertThat(store.load(KEY)).isNull();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.save(KEY, Plans.full()));
        assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
    }

    @Test
    void aPipeInTheFilesPlace() throws Exception {
        store.save(KEY, Plans.full());
        Files.delete(file);
        assumeTrue(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0, "needs mkfifo");

        assertNotUsedAndWrittenAfresh();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/perf-agent", "/dev/null", "/dev/null/below", "/sys/perf-agent"})
    void aFolderThatCannotBe(String place) {
        PlanStore nowhere = new PlanStore(new File(place));

        assertThat(nowhere.load(KEY)).isNull();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> nowhere.save(KEY, Plans.full()));
    }

    @Test
    void aFileInTheFoldersPlace() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "kept");

        assertThat(store.load(KEY)).isNull();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.save(KEY, Plans.full()));
        assertThat(folder).hasContent("kept");
    }

    @Test
    void aFileThatIsTooLarge() throws IOException {
        store.save(KEY, Plans.full());
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }

        assertNotUsedAndWrittenAfresh();
    }

    @Test
    void aPlanThatIsTooLargeToKeep() {
        Plan plan = Plans.small("large");
        plan.classes().learn(LoaderKind.SYSTEM, "org/example/Large", new byte[0], new byte[17 * 1024 * 1024]);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.save(KEY, plan));
    }

    @Test
    void emptiedOrCutOff() throws IOException {
        store.save(KEY, Plans.full());
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, PlanStore.HEADER - 1, PlanStore.HEADER, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertNotUsedAndWrittenAfresh();
        }
    }

    @Test
    void theOldestGoWhenThereAreTooMany() throws IOException {
        for (int i = 0; i < MOST_PLANS + 5; i++) {
            PlanKey key = new PlanKey("program-" + i, "key " + i, "agent");
            store.save(key, Plans.small("plan " + i));
            Files.setLastModifiedTime(folder.resolve(key.name() + ".plan"), FileTime.fromMillis(1_000_000L + i));
        }

        assertThat(folder.toFile().list()).hasSize(MOST_PLANS);
        assertThat(store.load(new PlanKey("program-4", "key 4", "agent"))).isNull();
        assertThat(store.load(new PlanKey("program-5", "key 5", "agent"))).isNotNull();
        assertThat(store.load(new PlanKey("program-" + (MOST_PLANS + 4), "key " + (MOST_PLANS + 4), "agent")))
                .isNotNull();
    }

    /** A folder that somebody named as the home may hold a folder "plans" of his own. */
    @Test
    void whatIsNoPlanNeverGoes() throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < MOST_PLANS + 5; i++) {
            Files.writeString(folder.resolve("holiday-" + i + ".txt"), "kept");
        }

        saveIfPossible();

        try (Stream<Path> left = Files.list(folder)) {
            List<String> others = left.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .toList();
            assertThat(others).hasSize(MOST_PLANS + 5);
        }
    }

    private void saveIfPossible() {
        try {
            store.save(KEY, Plans.full());
        } catch (IOException refused) {
            assertThat(refused).isNotNull();
        }
    }

    private void assertNotUsedAndWrittenAfresh() throws IOException {
        assertThat(store.load(KEY)).isNull();
        store.save(KEY, Plans.full());
        Plans.assertSame(loaded(), Plans.full());
    }

    private Plan loaded() {
        return Objects.requireNonNull(store.load(KEY));
    }
}
