package dev.perfagent.alert;

import dev.perfagent.run.Alert;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.Channel;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells alerts on standard error, all of a run in one write, so that they do not mix with what other processes print.
 *
 * <p>Not {@code java.io.Console}: {@code System.console()} starts JLine on JDK 22 to 24.
 */
public final class Console {
    private final PrintStream err;
    private final AlertText text;

    public Console(PrintStream err, boolean unicode, boolean color) {
        this.err = err;
        this.text = new AlertText(unicode, color);
    }

    /** For the process's own standard error: what it can show, as far as that is cheap to find out. */
    public static Console of(PrintStream standardError) {
        String encoding = System.getProperty("stderr.encoding");
        if (encoding == null) {
            encoding = System.getProperty("sun.stderr.encoding");
        }
        boolean unicode = showsUnicode(
                encoding,
                System.getProperty("native.encoding"),
                Charset.defaultCharset().name());
        String forced = System.getenv("FORCE_COLOR");
        boolean color = showsColor(
                System.getenv("NO_COLOR"),
                System.getenv("TERM"),
                forced == null ? System.getenv("CLICOLOR_FORCE") : forced,
                "/proc/self/fd/2");
        return new Console(standardError, unicode, color);
    }

    /**
     * Prints the alerts whose policy has the console as a channel.
     *
     * @return false when the stream failed; never throws for it, for the application's end must not depend on it
     */
    public boolean say(List<Alert> alerts, AlertPolicies policies) {
        StringBuilder out = new StringBuilder();
        for (Alert alert : alerts) {
            if (policies.of(alert.type()).channels().contains(Channel.CONSOLE)) {
                for (String line : text.lines(alert)) {
                    out.append(line).append(System.lineSeparator());
                }
            }
        }
        if (out.length() == 0) {
            return true;
        }
        try {
            err.print(out);
            err.flush();
            return !err.checkError();
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
        try {
            String target = new File(descriptor).getCanonicalPath();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }
}
