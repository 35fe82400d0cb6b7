package dev.perfagent.alert;

import dev.perfagent.machine.TerminalText;
import dev.perfagent.run.Alert;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints alerts on standard error, all of a run in one write, so that they do not mix with what other processes print.
 *
 * <p>Not {@code java.io.Console}: {@code System.console()} starts JLine on JDK 22 to 24.
 */
public final class Console {
    private static final String DESCRIPTOR = "/proc/self/fd/2";

    /** Narrower than this the breaks would be harder to read than what the terminal makes of long lines. */
    private static final int LEAST_WIDTH = 20;

    private final PrintStream err;
    private final AlertText text;

    Console(PrintStream err, boolean unicode, boolean color, int width) {
        this.err = err;
        this.text = new AlertText(unicode, color, width);
    }

    /** For the process's own standard error: what it can show, as far as that is cheap to find out. */
    public static Console of(PrintStream standardError) {
        String forced = System.getenv("FORCE_COLOR");
        boolean color = showsColor(
                System.getenv("NO_COLOR"),
                System.getenv("TERM"),
                forced == null ? System.getenv("CLICOLOR_FORCE") : forced,
                DESCRIPTOR);
        return new Console(standardError, showsUnicode(), color, width(System.getenv("COLUMNS"), DESCRIPTOR));
    }

    /** Whether standard error can show more than ASCII, as far as that is cheap to find out. */
    static boolean showsUnicode() {
        String encoding = System.getProperty("stderr.encoding");
        if (encoding == null) {
            encoding = System.getProperty("sun.stderr.encoding");
        }
        return showsUnicode(
                encoding,
                System.getProperty("native.encoding"),
                Charset.defaultCharset().name());
    }

    /**
     * Prints alerts.
     *
     * @return false when the stream failed; never throws for it, because the application's end must not depend on it
     */
    public boolean say(List<Alert> alerts) {
        StringBuilder out = new StringBuilder();
        for (Alert alert : alerts) {
            for (String line : text.lines(alert)) {
                out.append(line).append(System.lineSeparator());
            }
        }
        return print(err, out);
    }

    /** Prints a remark of ours, a line that says it is ours. See {@link #say}. */
    public boolean remark(String remark) {
        StringBuilder out = new StringBuilder("perf-agent: ");
        out.append(TerminalText.escape(remark, text.unicode())).append(System.lineSeparator());
        return print(err, out);
    }

    /** All in one write, or false. */
    static boolean print(PrintStream stream, StringBuilder text) {
        if (text.length() == 0) {
            return true;
        }
        try {
            stream.print(text);
            stream.flush();
            return !stream.checkError();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /**
     * JDK 17 names the encoding of standard error only for a terminal; for a file or pipe the stream then encodes with the
     * default charset, which may differ from what the reader expects. So both must be able to.
     */
    static boolean showsUnicode(@Nullable String ofStream, @Nullable String ofPlatform, String standard) {
        if (ofStream != null) {
            return isUnicode(ofStream);
        }
        return isUnicode(standard) && (ofPlatform == null || isUnicode(ofPlatform));
    }

    private static boolean isUnicode(String charset) {
        return charset.regionMatches(true, 0, "UTF-", 0, 4) || charset.equalsIgnoreCase("UTF8");
    }

    /**
     * Colour on a terminal, or when forced; never against {@code NO_COLOR} (https://no-color.org).
     *
     * @param descriptor a link to what standard error is: 0.1 ms to read on Linux, not there elsewhere, so plain there
     */
    static boolean showsColor(
            @Nullable String noColor, @Nullable String term, @Nullable String forced, String descriptor) {
        if ((noColor != null && !noColor.isEmpty()) || "dumb".equals(term)) {
            return false;
        }
        if (forced != null && !forced.isEmpty()) {
            return !forced.equals("0");
        }
        return isTerminal(descriptor);
    }

    /** The columns of a terminal whose shell exports them; 0 where that is not known, for asking the terminal is not cheap. */
    static int width(@Nullable String columns, String descriptor) {
        if (columns == null || columns.isEmpty() || columns.length() > 4 || !isTerminal(descriptor)) {
            return 0;
        }
        int width = 0;
        for (int i = 0; i < columns.length(); i++) {
            char digit = columns.charAt(i);
            if (digit < '0' || digit > '9') {
                return 0;
            }
            width = width * 10 + digit - '0';
        }
        return width < LEAST_WIDTH ? 0 : width;
    }

    private static boolean isTerminal(String descriptor) {
        try {
            String target = new File(descriptor).getCanonicalPath();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }
}
