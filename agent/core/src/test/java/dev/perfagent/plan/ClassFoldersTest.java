package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ClassFoldersTest {
    /** As in the class. */
    private static final int MOST_FOLDERS = 100;

    private final ClassFolders folders = new ClassFolders();

    @TempDir
    private Path root;

    @Test
    void classesByTheirInternalNames() throws IOException {
        write("Unpackaged.class");
        write("org/example/One.class");
        write("org/example/One$Inner.class");
        write("org/example/messages.properties");

        assertThat(folders.add(root.toFile())).isTrue();

        assertThat(folders.classes())
                .containsExactlyInAnyOrder("Unpackaged", "org/example/One", "org/example/One$Inner");
        assertThat(folders.file("org/example/One"))
                .isEqualTo(root.resolve("org/example/One.class").toFile());
        assertThat(folders.file("org/example/Two")).isNull();
        assertThat(folders.stamps()).hasSize(3);
    }

    @Test
    void theFirstFolderOfTheClassPathWins() throws IOException {
        write("one/a/A.class");
        write("two/a/A.class");

        folders.add(root.resolve("one").toFile());
        folders.add(root.resolve("two").toFile());

        assertThat(folders.file("a/A")).isEqualTo(root.resolve("one/a/A.class").toFile());
    }

    @Test
    void moreFoldersThanAreWorthLookingAt() throws IOException {
        for (int i = 0; i < MOST_FOLDERS - 1; i++) {
            Files.createDirectory(root.resolve("f" + i));
        }
        assertThat(folders.add(root.toFile())).isTrue();

        Files.createDirectory(root.resolve("one-more"));
        assertThat(new ClassFolders().add(root.toFile())).isFalse();
    }

    @Test
    void whatIsNoFolder() throws IOException {
        assertThat(folders.add(write("file").toFile())).isFalse();
    }

    /** A colon in its name, because the stamps have them too. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no colons in names")
    void whatComesOrGoesOrIsWrittenOverIsNoticed() throws IOException {
        Path known = write("a:1:2/Known.class");
        Path other = write("a:1:2/Other.class");
        folders.add(root.toFile());
        folders.restOn(known.toFile());
        assertThat(holds()).isTrue();

        Files.writeString(other, "longer than before");
        assertThat(holds()).as("a file that nothing rests on").isTrue();

        FileTime before = Files.getLastModifiedTime(known);
        Files.setLastModifiedTime(known, FileTime.fromMillis(before.toMillis() - 1));
        assertThat(holds()).as("written a millisecond apart").isFalse();
        Files.setLastModifiedTime(known, before);
        assertThat(holds()).isTrue();

        Path folder = Objects.requireNonNull(known.getParent());
        FileTime listed = Files.getLastModifiedTime(folder);
        Path added = write("a:1:2/Added.class");
        Files.setLastModifiedTime(folder, FileTime.fromMillis(listed.toMillis() + 1));
        assertThat(holds()).as("a file came").isFalse();
        Files.delete(added);
        Files.setLastModifiedTime(folder, listed);
        assertThat(holds()).isTrue();

        Files.delete(known);
        assertThat(holds()).as("a file went").isFalse();
    }

    private boolean holds() {
        return ClassFolders.hold(folders.stamps());
    }

    private Path write(String path) throws IOException {
        File file = root.resolve(path).toFile();
        Files.createDirectories(Objects.requireNonNull(file.toPath().getParent()));
        return Files.writeString(file.toPath(), path);
    }
}
