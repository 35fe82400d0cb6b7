package dev.perfagent.machine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the operating system says about this process and its machine; Linux, null elsewhere. */
public final class Machine {
    private static final String[] WITH_A_WORD = {
        "-cp",
        "-classpath",
        "--class-path",
        "-p",
        "--module-path",
        "--add-modules",
        "--add-exports",
        "--add-opens",
        "--add-reads",
        "--limit-modules",
        "--patch-module",
        "--upgrade-module-path",
        "--source",
        "-d",
        "--describe-module"
    };

    private Machine() {}

    /** Largest resident set so far, in bytes. */
    public static @Nullable Long peakRssBytes() {
        Long kilobytes = SmallFile.number(SmallFile.text("/proc/self/status", 4096), "VmHWM:");
        return kilobytes == null ? null : Long.valueOf(kilobytes * 1024);
    }

    /** Read and write system calls so far. */
    public static @Nullable Long ioOperations() {
        String io = SmallFile.text("/proc/self/io", 512);
        Long reads = SmallFile.number(io, "syscr:");
        Long writes = SmallFile.number(io, "syscw:");
        return reads == null || writes == null ? null : Long.valueOf(reads + writes);
    }

    static @Nullable Long memoryMb() {
        Long kilobytes = SmallFile.number(SmallFile.text("/proc/meminfo", 512), "MemTotal:");
        return kilobytes == null ? null : Long.valueOf(kilobytes / 1024);
    }

    static @Nullable String cpuModel() {
        String text = SmallFile.text("/proc/cpuinfo", 2048);
        int at = text == null ? -1 : text.indexOf("model name");
        if (text == null || at < 0) {
            return null;
        }
        int colon = text.indexOf(':', at);
        int end = text.indexOf('\n', at);
        return colon < 0 || end < colon ? null : text.substring(colon + 1, end).trim();
    }

    /** The host's name; null when it cannot be known without the network. */
    public static @Nullable String hostName() {
        String text = SmallFile.text("/proc/sys/kernel/hostname", 256);
        if (text == null) {
            text = System.getenv("COMPUTERNAME") == null ? System.getenv("HOSTNAME") : System.getenv("COMPUTERNAME");
        }
        return text == null || text.isBlank() ? null : text.trim();
    }

    /**
     * The options of the JVM on the command line of this process, those in argument files included; the word behind an option
     * that has one is left out. Null where it cannot be known.
     */
    public static String @Nullable [] jvmOptions() {
        String text = SmallFile.text("/proc/self/cmdline", 64 * 1024);
        return text == null || text.isEmpty() ? null : jvmOptions(words(text));
    }

    private static String[] words(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == 0 ? 1 : 0;
        }
        String[] words = new String[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = text.indexOf(0, from);
            words[i] = text.substring(from, to);
            from = to + 1;
        }
        return words;
    }

    /**
     * The options for the JVM in a command line, of which the first word is the launcher. An argument file that cannot be looked
     * into stays as the word that names it.
     */
    public static String[] jvmOptions(String[] commandLine) {
        String[] words = commandLine;
        String[] options = new String[words.length];
        int count = 0;
        int plain = 0; // what comes out of an argument file names none
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            String[] inside = i >= plain && word.startsWith("@") ? ArgumentFile.words(word.substring(1)) : null;
            if (inside != null) {
                words = ArgumentFile.replaced(words, i, inside);
                options = Arrays.copyOf(options, words.length);
                plain = i + inside.length;
                i--;
                continue;
            }
            if (!word.startsWith("-") && (i < plain || !word.startsWith("@")) || isProgram(word)) {
                break;
            }
            options[count++] = word;
            plain = word.equals("--disable-@files") ? Integer.MAX_VALUE : plain;
            i += takesAWord(word) ? 1 : 0;
        }
        return Arrays.copyOf(options, count);
    }

    private static boolean isProgram(String word) {
        return word.equals("-jar") || word.equals("-m") || word.equals("--module");
    }

    /** The launcher's options that are followed by a value of their own. */
    private static boolean takesAWord(String flag) {
        for (String option : WITH_A_WORD) {
            if (option.equals(flag)) {
                return true;
            }
        }
        return false;
    }

    /** For threads of ours: an application counts, lists and interrupts those of its own group. */
    public static ThreadGroup systemGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        for (ThreadGroup above = group.getParent(); above != null; above = group.getParent()) {
            group = above;
        }
        return group;
    }
}
