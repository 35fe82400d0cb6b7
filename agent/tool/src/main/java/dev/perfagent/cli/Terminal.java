package dev.perfagent.cli;

import dev.perfagent.cli.output.Screen;
import java.io.Console;
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

    private Terminal() {}

    /** Whether to send colour codes: on a terminal that knows them, unless the user wants none. */
    static boolean isColor(Map<String, String> environment) {
        String none = environment.get("NO_COLOR");
        boolean unwanted = none != null && !none.isEmpty();
        return !unwanted && !"dumb".equals(environment.get("TERM")) && isTerminal(System.console());
    }

    /**
     * The columns of the terminal, by what the shell exports, else by asking it; 80 where neither knows, and in a pipe, so that
     * files look alike.
     */
    static int width(Map<String, String> environment) {
        if (!isTerminal(System.console())) {
            return Screen.WIDTH;
        }
        String stated = environment.get("COLUMNS");
        int columns = stated != null && stated.matches("\\d{1,4}") ? Integer.parseInt(stated) : TerminalWidth.columns();
        return columns < 1 ? Screen.WIDTH : Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** JDK 22 and 23 have a console even where there is no terminal, and a method that says so. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        Object stated = ask(Console.class, "isTerminal", console);
        return stated == null || Boolean.TRUE.equals(stated);
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

    static boolean canSay(Charset charset, String text) {
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
