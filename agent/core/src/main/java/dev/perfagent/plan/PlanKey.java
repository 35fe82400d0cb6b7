package dev.perfagent.plan;

import dev.perfagent.application.Application;
import dev.perfagent.application.KnownPrograms;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan depends on: the agent, the JDK, the configuration files, and the application with its class path; of a
 * configuration file its content, of other files their path, size and second of change.
 *
 * @param name of the plan's file: the program, and a hash of the text
 * @param text all of it, kept inside the plan, for hashes may meet
 * @param agentId hash of what the agent's own work depends on: the agent, the JDK and the configuration
 */
public record PlanKey(String name, String text, String agentId) {
    /** The configuration's files, by which a change in it is noticed. */
    private static final String[] CONFIG_FILES = {"instrumentation.yml", "benchmarks.yml", "alerts.yml"};

    /** What the configuration's reader takes at the most. */
    private static final long LARGEST_CONFIG = 256 * 1024;

    /** Archives and container layers keep times in whole seconds. */
    private static final long MILLIS = 1000;

    private static final int LONGEST_PROGRAM = 40;

    /**
     * The key of this process.
     *
     * @param configFolder null for none
     * @param javaCommand the system property {@code sun.java.command}
     * @param classPath the system property {@code java.class.path}
     */
    public static PlanKey of(
            String agentVersion,
            File agentJar,
            @Nullable String configFolder,
            @Nullable String javaCommand,
            String classPath) {
        String program = program(javaCommand);
        String modulePath = System.getProperty("jdk.module.path");
        StringBuilder text = new StringBuilder(512);
        text.append(agentVersion).append('|');
        file(text, agentJar);
        text.append(System.getProperty("java.vm.version")).append('|');
        text.append(System.getProperty("java.home")).append('|');
        text.append(System.getProperty("jdk.module.main")).append('|');
        if (configFolder != null) {
            for (String name : CONFIG_FILES) {
                content(text, new File(configFolder, name));
            }
        }
        String agentId = hash(text.toString());
        text.append(program).append('|');
        path(text, classPath);
        path(text, modulePath == null ? "" : modulePath);
        File maven = Application.mayBeMaven(program) ? KnownPrograms.maven(program) : null;
        if (maven != null) {
            file(text, maven);
        }
        String all = text.toString();
        return new PlanKey(shortName(program) + '-' + hash(all), all, agentId);
    }

    private static void path(StringBuilder text, String path) {
        int from = 0;
        while (from < path.length()) {
            int end = path.indexOf(File.pathSeparatorChar, from);
            end = end < 0 ? path.length() : end;
            if (end > from) {
                file(text, new File(path.substring(from, end)));
            }
            from = end + 1;
        }
    }

    /** A small file by what is in it: a fresh checkout changes only its time. */
    private static void content(StringBuilder text, File file) {
        byte[] bytes = new byte[0];
        if (file.isFile() && file.length() <= LARGEST_CONFIG) {
            try (InputStream in = new FileInputStream(file)) {
                bytes = in.readAllBytes();
            } catch (IOException unreadable) {
                bytes = new byte[0]; // reported by the reader of the configuration, in a cold run
            }
        }
        text.append(file.getAbsolutePath()).append(':').append(file.length()).append(':');
        text.append(ClassEntry.crc(bytes, 0, bytes.length) & 0xffffffffL).append('|');
    }

    /** A file as a plan remembers it: changed when its path, size or second of change is. */
    public static String stamp(File file) {
        StringBuilder text = new StringBuilder();
        file(text, file);
        return text.toString();
    }

    private static void file(StringBuilder text, File file) {
        text.append(file.getAbsolutePath())
                .append(':')
                .append(file.length())
                .append(':')
                .append(file.lastModified() / MILLIS);
        text.append('|');
    }

    /** Jar or main class; a jar's name may hold spaces, so that what follows one may be cut off, which does no harm. */
    private static String program(@Nullable String javaCommand) {
        if (javaCommand == null) {
            return "";
        }
        int space = javaCommand.indexOf(' ');
        if (space > 0 && Application.isSourceLauncher(javaCommand)) {
            space = javaCommand.indexOf(' ', space + 1); // the source file is the program
        }
        String program = space < 0 ? javaCommand : javaCommand.substring(0, space);
        String script = Application.mayRunScript(program) ? KnownPrograms.script(javaCommand) : null;
        if (script != null) {
            return program + ' ' + script;
        }
        return Application.isLauncher(program) ? program + ' ' + KnownPrograms.launched(javaCommand) : program;
    }

    private static String shortName(String program) {
        String last = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < last.length() && i < LONGEST_PROGRAM; i++) {
            char c = last.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            safe.append(plain || c == '.' ? c : '_');
        }
        return safe.length() == 0 ? "program" : safe.toString();
    }

    /** 64-bit FNV-1a. */
    private static String hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        String hex = Long.toHexString(hash);
        return "0000000000000000".substring(hex.length()) + hex;
    }
}
