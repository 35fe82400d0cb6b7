package dev.perfagent.cli;

import dev.perfagent.cli.output.Screen;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what standard output is. Later JDKs know more than 17 does; they are asked where they can be. */
final class Terminal {
    /** Tables do not fit in less, and lines of more are hard to follow. */
    private static final int NARROWEST = 60;

    private static final int WIDEST = 160;

    /** What the process writes to as standard output, on Linux. */
    private static final File STANDARD_OUTPUT = new File("/proc/self/fd/1");

    private Terminal() {}

    /** What standard output can show, in that charset. */
    static Screen screen(PrintStream out, Charset charset, Map<String, String> environment) {
        boolean terminal = isTerminal();
        return new Screen(
                terminal && out == System.out && wantsColor(environment),
                canSay(charset, "…█▁✓✗⚠💡"),
                terminal ? width(environment) : Screen.WIDTH);
    }

    /** Whether to send colour codes to a terminal: where it knows them, unless the user wants none. */
    private static boolean wantsColor(Map<String, String> environment) {
        String none = environment.get("NO_COLOR");
        boolean unwanted = none != null && !none.isEmpty();
        return !unwanted && !"dumb".equals(environment.get("TERM"));
    }

    /** The columns of the terminal, by what the shell exports, else by asking it; 80 where neither knows. */
    private static int width(Map<String, String> environment) {
        String stated = environment.get("COLUMNS");
        int columns = stated != null && stated.matches("\\d{1,4}") ? Integer.parseInt(stated) : TerminalWidth.columns();
        return columns < 1 ? Screen.WIDTH : Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** JDK 22 and later can have a console even where there is no terminal, and have a method that says so. */
    private static boolean isTerminal() {
        Console console = isPipeOrFile() ? null : System.console();
        if (console == null) {
            return false;
        }
        Object stated = ask(Console.class, "isTerminal", console);
        return stated == null || Boolean.TRUE.equals(stated);
    }

    /** Asked first, because JDK 22 and later look for providers of consoles, which takes 10 ms and more of a start. */
    private static boolean isPipeOrFile() {
        try {
            return STANDARD_OUTPUT.exists()
                    && !STANDARD_OUTPUT.getCanonicalPath().startsWith("/dev/");
        } catch (IOException unknown) {
            return false;
        }
    }

    /** The charset in which the stream writes text. */
    static Charset charset(PrintStream out) {
        if (ask(PrintStream.class, "charset", out) instanceof Charset stated) {
            return stated;
        }
        try {
            return Charset.forName(System.getProperty(
                    "sun.stdout.encoding", Charset.defaultCharset().name()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Charset.defaultCharset();
        }
    }

    private static boolean canSay(Charset charset, String text) {
        return charset.canEncode() && charset.newEncoder().canEncode(text);
    }

    private static @Nullable Object ask(Class<?> type, String method, Object target) {
        try {
            return type.getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
