package dev.perfagent.history;

import dev.perfagent.machine.PathSpelling;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words what is wrong with a file, folder or program. It is the only place that does: the message of such an
 * exception is often no more than the path, and its name means nothing to who uses a command line.
 */
public final class FileProblem {
    /** The reason when a file stands where a path needs a folder. */
    public static final String PART_IS_NO_FOLDER = "a part of its path is not a folder";

    /** How the JDK reports a program that it cannot start, until JDK 24 and since then. */
    private static final Pattern NOT_STARTED = Pattern.compile(
            "Cannot run program \"(.+?)\"(?: \\(in directory .*\\))?: .*error[=:] ?\\d+,? \\(?(.+?)\\)? *");

    private FileProblem() {}

    /** The problem with reading a file, which is named. */
    public static IOException with(Object file, Exception problem) {
        return new IOException("cannot read " + file + ": " + reason(problem), problem);
    }

    /** The problem with writing a file, which is named. */
    public static IOException writing(Object file, Exception problem) {
        return new IOException("cannot write " + file + ": " + reason(problem), problem);
    }

    /** The problem with deleting a file, which is named. */
    public static IOException deleting(Object file, Exception problem) {
        return new IOException("cannot delete " + file + ": " + reason(problem), problem);
    }

    /** What to say of a problem whose file may not have been named yet. */
    public static String text(Exception problem) {
        Throwable cause = cause(problem);
        String file = cause instanceof FileSystemException stated ? stated.getFile() : null;
        return file == null ? reason(problem) : "cannot read or write " + file + ": " + reason(problem);
    }

    /** Why, without the file's name. */
    public static String reason(Exception problem) {
        Throwable cause = cause(problem);
        if (cause instanceof InvalidPathException path) {
            return PathSpelling.refused(path.getInput());
        }
        if (cause instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        if (cause instanceof FileSystemException system) {
            return reason(system);
        }
        if (cause instanceof SecurityException) {
            return "permission denied";
        }
        String message = cause.getMessage();
        if (cause instanceof FileNotFoundException && message != null) {
            return inParentheses(message);
        }
        if (message == null || message.isBlank()) {
            return "it failed, and the system gives no reason";
        }
        Matcher program = NOT_STARTED.matcher(message);
        return program.matches() ? "cannot run " + program.group(1) + ": " + startReason(program.group(2)) : message;
    }

    private static String startReason(String system) {
        return system.equals("No such file or directory")
                ? "there is no such program or folder"
                : Character.toLowerCase(system.charAt(0)) + system.substring(1);
    }

    private static String reason(FileSystemException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        } else if (problem instanceof NoSuchFileException) {
            return "there is no such file or folder";
        } else if (problem instanceof FileAlreadyExistsException) {
            return "there is a file or folder of that name already";
        } else if (problem instanceof NotDirectoryException) {
            return "it is not a folder";
        } else if (problem instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        } else if (problem instanceof FileSystemLoopException) {
            return "its links lead in a circle";
        } else if (problem instanceof NotLinkException) {
            return "it is no link";
        } else if (problem instanceof AtomicMoveNotSupportedException) {
            return "it cannot be replaced in one step here";
        }
        return "Not a directory".equals(problem.getReason()) ? PART_IS_NO_FOLDER : lowerFirst(problem.getReason());
    }

    /** A stream's message is the path and then, in parentheses, the reason. */
    private static String inParentheses(String message) {
        int from = message.lastIndexOf('(');
        return from >= 0 && message.endsWith(")")
                ? lowerFirst(message.substring(from + 1, message.length() - 1))
                : message;
    }

    private static String lowerFirst(@Nullable String reason) {
        return reason == null || reason.isBlank()
                ? "it failed, and the system gives no reason"
                : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }

    private static Throwable cause(Exception problem) {
        boolean wrapped = problem instanceof DirectoryIteratorException || problem instanceof UncheckedIOException;
        return wrapped && problem.getCause() != null ? problem.getCause() : problem;
    }
}
