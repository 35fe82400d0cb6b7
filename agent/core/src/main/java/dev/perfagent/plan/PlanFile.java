package dev.perfagent.plan;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file where plans are, whatever it holds. For the tool; no measured JVM loads it.
 *
 * @param length in bytes
 * @param modifiedMillis when it was written, milliseconds since the epoch
 * @param origin what it was made for; null when it does not say
 * @param plan null when it cannot be read
 * @param classes of that plan
 * @param problem why no run uses it, as the end of a sentence about it; null when one may
 */
public record PlanFile(
        File file,
        long length,
        long modifiedMillis,
        @Nullable PlanOrigin origin,
        @Nullable Plan plan,
        List<PlannedClass> classes,
        @Nullable String problem) {
    private static final String PLAN = ".plan";
    private static final String UNFINISHED = ".tmp";

    /** No plan is that large, see {@link PlanStore#save}. */
    private static final long LARGEST_BYTES = 16 * 1024 * 1024;

    public PlanFile {
        classes = List.copyOf(classes);
    }

    /** All that lies in a folder, which need not exist; damaged and foreign files too. */
    public static List<PlanFile> in(File folder) {
        List<PlanFile> found = new ArrayList<>();
        File[] files = folder.listFiles();
        if (files != null) {
            for (File file : files) {
                found.add(read(folder, file));
            }
        }
        return found;
    }

    /** The file's name without its ending; the whole name when it is not one of ours. */
    public String name() {
        String name = file.getName();
        return name.endsWith(PLAN) ? name.substring(0, name.length() - PLAN.length()) : name;
    }

    /** The application's name in its runs, unless a command-line library names it otherwise; null without a plan. */
    public @Nullable String application() {
        if (plan == null) {
            return null;
        }
        String configured = plan.settings().application();
        return configured != null ? configured : plan.application().name();
    }

    /** How many of its classes get hooks. */
    public int woven() {
        int woven = 0;
        for (PlannedClass known : classes) {
            woven += known.isWoven() ? 1 : 0;
        }
        return woven;
    }

    /** Whether it is named like something that the agent wrote. */
    public boolean isNamedLikeOurs() {
        return file.getName().endsWith(PLAN) || file.getName().endsWith(UNFINISHED);
    }

    private static PlanFile read(File folder, File file) {
        if (!file.isFile()) {
            return unread(file, "is not a regular file"); // a pipe would hold us up forever
        }
        if (!file.getName().endsWith(PLAN)) {
            return unread(
                    file, file.getName().endsWith(UNFINISHED) ? "was never finished" : "was not made by perf-agent");
        }
        if (file.length() > LARGEST_BYTES) {
            return unread(file, "is too large for a plan");
        }
        try {
            return parse(file, bytes(file), PlanGuard.isOursAlone(folder, file));
        } catch (IOException unreadable) {
            return unread(file, "cannot be read");
        }
    }

    private static PlanFile parse(File file, byte[] bytes, boolean trusted) {
        if (bytes.length < PlanStore.HEADER || new ByteReader(bytes, 0).integer() != PlanStore.MAGIC) {
            return unread(file, "is no plan");
        }
        if (new ByteReader(bytes, 4).integer() != PlanStore.FORMAT) {
            return unread(file, "is of another version of perf-agent");
        }
        int length = bytes.length - PlanStore.HEADER;
        if (new ByteReader(bytes, 8).integer() != length
                || new ByteReader(bytes, 12).integer() != ClassEntry.crc(bytes, PlanStore.HEADER, length)) {
            return unread(file, "is damaged");
        }
        String key = key(bytes);
        Plan plan = key == null ? null : plan(key, bytes);
        List<PlannedClass> classes = new ArrayList<>();
        if (plan != null) {
            for (ClassEntry entry : plan.classes().entries()) {
                classes.add(PlannedClass.of(entry));
            }
        }
        String problem = plan == null
                ? "is of another version of perf-agent"
                : trusted ? null : "is not trusted: a link, another user's, or writable by others";
        return new PlanFile(
                file,
                bytes.length,
                file.lastModified(),
                key == null ? null : PlanOrigin.of(key),
                plan,
                classes,
                problem);
    }

    private static @Nullable String key(byte[] bytes) {
        try {
            return new ByteReader(bytes, PlanStore.HEADER).text();
        } catch (RuntimeException foreign) {
            return null;
        }
    }

    /** A plan is written for the jar that wrote it, whose fields may lie otherwise; ours fill the file to its last byte. */
    private static @Nullable Plan plan(String key, byte[] bytes) {
        try {
            Plan plan = PlanStore.parse(key, bytes);
            return plan != null && PlanStore.format(key, plan).length == bytes.length ? plan : null;
        } catch (RuntimeException foreign) {
            return null;
        }
    }

    private static PlanFile unread(File file, String problem) {
        return new PlanFile(file, file.length(), file.lastModified(), null, null, List.of(), problem);
    }

    private static byte[] bytes(File file) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            return in.readNBytes((int) LARGEST_BYTES + 1);
        }
    }
}
