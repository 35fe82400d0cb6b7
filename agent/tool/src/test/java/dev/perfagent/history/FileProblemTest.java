package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class FileProblemTest {
    static final List<Arguments> PROBLEMS = List.of(
            of(new NoSuchFileException("/a"), "there is no such file or folder"),
            of(new AccessDeniedException("/a"), "permission denied"),
            of(new FileAlreadyExistsException("/a"), "there is a file or folder of that name already"),
            of(new NotDirectoryException("/a"), "it is not a folder"),
            of(new DirectoryNotEmptyException("/a"), "the folder is not empty"),
            of(new FileSystemLoopException("/a"), "its links lead in a circle"),
            of(new NotLinkException("/a"), "it is no link"),
            of(new AtomicMoveNotSupportedException("/a", "/b", null), "it cannot be replaced in one step here"),
            of(new FileSystemException("/a", null, "No space left on device"), "no space left on device"),
            of(new FileSystemException("/a/b", null, "Not a directory"), "a part of its path is not a folder"),
            of(new FileSystemException("/a"), "it failed, and the system gives no reason"),
            of(new FileNotFoundException("/a (b)/c (Is a directory)"), "is a directory"),
            of(new FileNotFoundException("no parentheses"), "no parentheses"),
            of(new MalformedInputException(1), "it is not UTF-8"),
            of(new IOException("it is larger than 5 MB"), "it is larger than 5 MB"),
            of(
                    new IOException("Cannot run program \"a b\": error=2, No such file or directory"),
                    "cannot run a b: there is no such program or folder"),
            of(
                    new IOException(
                            "Cannot run program \"ls\" (in directory \"/x\"): Exec failed, error: 2 (No such file or"
                                    + " directory) "),
                    "cannot run ls: there is no such program or folder"),
            of(
                    new IOException("Cannot run program \"/tmp\": Exec failed, error: 13 (Permission denied) "),
                    "cannot run /tmp: permission denied"),
            of(
                    new IOException("Cannot run program \"/tmp\": error=13, Permission denied"),
                    "cannot run /tmp: permission denied"),
            of(new IOException(), "it failed, and the system gives no reason"),
            of(new UncheckedIOException(new NoSuchFileException("/a")), "there is no such file or folder"),
            of(new DirectoryIteratorException(new AccessDeniedException("/a")), "permission denied"),
            of(new SecurityException("access denied (\"java.io.FilePermission\")"), "permission denied"),
            of(
                    new InvalidPathException("/\uFFFD", "Malformed input"),
                    "'/\\ufffd' cannot be the name of a file here; names in other scripts need a locale of UTF-8, such"
                            + " as LC_ALL=C.UTF-8"));

    @ParameterizedTest
    @FieldSource("PROBLEMS")
    void isSaidInWordsThatAreNoneOfJavas(Exception problem, String words) {
        assertThat(FileProblem.reason(problem)).isEqualTo(words);
        assertThat(FileProblem.with("/x", problem)).hasMessage("cannot read /x: " + words);
        assertThat(FileProblem.text(problem)).endsWith(words).doesNotContain("Exception");
    }

    private static Arguments of(Exception problem, String words) {
        return Arguments.of(problem, words);
    }
}
