package dev.perfagent.record;

import dev.perfagent.run.Failure;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a framework found wrong with a command line.
 *
 * @param failure without its message, which has the words that were typed
 * @param endsRun whether it is why the run ends, even if the process ends with 0: the words are main's own, and nobody asked for
 *     help. A program may also try to read other words by a framework, and many a framework refuses a line that only asks for
 *     help, because what is required is missing in it
 */
record WrongUsage(Failure failure, boolean endsRun) {
    private static final List<String> HELP = Arrays.asList(
            "-h",
            "-H",
            "-help",
            "--help",
            "help",
            "-?",
            "--?",
            "/?",
            "/h",
            "/help",
            "-usage",
            "--usage",
            "usage",
            "-V",
            "-version",
            "--version",
            "version");

    /**
     * Of a line that was refused.
     *
     * @param words that were read
     * @param arguments of main; null when unknown
     */
    static WrongUsage of(Throwable refusal, @Nullable Object words, String @Nullable [] arguments) {
        String type = refusal.getClass().getName();
        List<?> read = words instanceof String[] array
                ? Arrays.asList(array)
                : words instanceof List<?> list ? list : Arrays.asList();
        boolean endsRun = arguments != null && isEnd(read, arguments) && !asksForHelp(arguments) && !isAnswer(type);
        return new WrongUsage(new Failure(type, null), endsRun);
    }

    /** Whether the words are the last of the arguments: a program may take off the first ones by itself. */
    private static boolean isEnd(List<?> words, String[] arguments) {
        int taken = arguments.length - words.size();
        if (taken < 0 || words.isEmpty() && taken > 0) {
            return false;
        }
        for (int i = taken; i < arguments.length; i++) {
            if (!arguments[i].equals(words.get(i - taken))) {
                return false;
            }
        }
        return true;
    }

    private static boolean asksForHelp(String[] arguments) {
        for (String each : arguments) {
            if (HELP.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** Some frameworks print the help or the version by throwing an exception. */
    private static boolean isAnswer(String type) {
        String name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return name.startsWith("Print") || name.contains("Help") || name.contains("Version");
    }
}
