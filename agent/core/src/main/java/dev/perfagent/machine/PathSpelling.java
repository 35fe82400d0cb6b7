package dev.perfagent.machine;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Says when the locale has no letters for the name of a file: under {@code LC_ALL=C} the JVM can open no file whose name has
 * letters beyond ASCII. Loaded when a file or folder could not be used.
 */
public final class PathSpelling {
    private static final String HEX = "0123456789abcdef";

    private PathSpelling() {}

    /** What is wrong and what to do, in ASCII; null when the locale can spell that path. */
    public static @Nullable String problem(String path) {
        Charset charset = charset();
        return !charset.canEncode() || charset.newEncoder().canEncode(path) ? null : refused(path);
    }

    /** The same of a path that the JVM refused to open. */
    public static String refused(String path) {
        return "'" + ascii(path) + "' cannot be the name of a file here; names in other scripts need a locale of"
                + " UTF-8, such as LC_ALL=C.UTF-8";
    }

    /** The one in which the JVM hands names to the system. */
    private static Charset charset() {
        String name = System.getProperty("sun.jnu.encoding");
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                ascii.append(c);
            } else {
                ascii.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    ascii.append(HEX.charAt(c >> shift & 0xf));
                }
            }
        }
        return ascii.toString();
    }
}
