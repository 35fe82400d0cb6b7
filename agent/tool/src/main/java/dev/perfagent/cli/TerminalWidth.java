package dev.perfagent.cli;

import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks the terminal on standard output how wide it is, by JLine's native part: Java itself cannot up to JDK 25. JLine is loaded
 * by name, and only here, so that nothing else pays for it and a platform that it does not know is no failure.
 */
final class TerminalWidth {
    private static final int STANDARD_OUTPUT = 1;

    /** It would print on standard error that it knows no such platform. Held, because a logger nobody holds is forgotten. */
    private static final Logger LOG = Logger.getLogger("org.jline");

    private TerminalWidth() {}

    /** In columns; 0 when that cannot be found out. */
    static int columns() {
        LOG.setLevel(Level.OFF);
        try {
            Class<?> library = Class.forName("org.jline.nativ.CLibrary");
            Class<?> sizeType = Class.forName("org.jline.nativ.CLibrary$WinSize");
            Object size = sizeType.getConstructor().newInstance();
            Method ask = library.getMethod("ioctl", int.class, long.class, sizeType);
            long question = library.getField("TIOCGWINSZ").getLong(null);
            boolean answered = ask.invoke(null, STANDARD_OUTPUT, question, size).equals(0);
            return answered ? Short.toUnsignedInt(sizeType.getField("ws_col").getShort(size)) : 0;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return 0;
        }
    }
}
