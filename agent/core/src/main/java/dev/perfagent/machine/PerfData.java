package dev.perfagent.machine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own counters, from the file it maintains for jstat: one read of 32 KB instead of 8 to 30 ms of JMX.
 *
 * <p>Kept as read until a counter is asked for: looking through them takes a JVM that has just started 0.4 ms, and of what is
 * read when something begins most is never asked for.
 *
 * @see <a href="https://github.com/openjdk/jdk/blob/master/src/hotspot/share/runtime/perfMemory.hpp">perfMemory.hpp</a>
 */
public final class PerfData {
    private static final int LIMIT = 256 * 1024;
    private static final int MAGIC = 0xcafec0c0;
    private static final int NAME_OFFSET = 4;
    private static final int DATA_OFFSET = 16;
    private static final int TYPE_OFFSET = 12;

    private final byte[] data;
    private final boolean bigEndian;
    private @Nullable Map<String, Long> values;

    private PerfData(byte[] data) {
        this.data = data;
        this.bigEndian = data[4] == 0;
    }

    /** Those of this process, which has that identity; null when it is unknown, or the JVM keeps none. */
    public static @Nullable PerfData of(@Nullable ProcessStat process) {
        return process == null ? null : of(process.pid(), System.getProperty("user.name"));
    }

    /** The counters of that process of that user as they are now; null when the JVM keeps none. */
    public static @Nullable PerfData of(long pid, String user) {
        byte[] data = SmallFile.bytes("/tmp/hsperfdata_" + user + "/" + pid, LIMIT);
        return data == null ? null : parse(data);
    }

    static @Nullable PerfData parse(byte[] data) {
        if (data.length < 32 || big(data, 0) != MAGIC || data[7] == 0) {
            return null;
        }
        return new PerfData(data);
    }

    /** Collections since the JVM's start, of all collectors. */
    public @Nullable Long gcCount() {
        return sum("sun.gc.collector.", ".invocations");
    }

    /** Time in collections since the JVM's start, milliseconds. */
    public @Nullable Double gcMs() {
        return ms(sum("sun.gc.collector.", ".time"));
    }

    private @Nullable Double ms(@Nullable Long ticks) {
        Long frequency = value("sun.os.hrt.frequency");
        return ticks == null || frequency == null || frequency == 0 ? null : ticks * 1000.0 / frequency;
    }

    /** Classes loaded since the JVM's start. */
    public @Nullable Long classesLoaded() {
        Long loaded = value("java.cls.loadedClasses");
        Long shared = value("java.cls.sharedLoadedClasses");
        return loaded == null ? null : Long.valueOf(loaded + (shared == null ? 0 : shared));
    }

    /** Of these, how many came out of an archive. */
    public @Nullable Long classesShared() {
        return value("java.cls.sharedLoadedClasses");
    }

    /** Time that the compilers have worked since the JVM's start, milliseconds; they work beside the program. */
    public @Nullable Double jitMs() {
        return ms(value("java.ci.totalTime"));
    }

    /** Whether class loaders beside those of the JDK have brought classes. */
    public boolean hasOtherLoaders() {
        return isSome(value("sun.classloader.findClasses")) || isSome(value("sun.urlClassLoader.readClassBytesTime"));
    }

    private static boolean isSome(@Nullable Long value) {
        return value != null && value > 0;
    }

    /** Most threads alive at once since the JVM's start. */
    public @Nullable Long threadsPeak() {
        return value("java.threads.livePeak");
    }

    /** When the JVM began to start, milliseconds since the epoch. */
    public @Nullable Long startMillis() {
        return value("sun.rt.createVmBeginTime");
    }

    private @Nullable Long sum(String prefix, String suffix) {
        Long total = null;
        for (Map.Entry<String, Long> value : values().entrySet()) {
            if (value.getKey().startsWith(prefix) && value.getKey().endsWith(suffix)) {
                total = (total == null ? 0 : total) + value.getValue();
            }
        }
        return total;
    }

    private @Nullable Long value(String name) {
        return values().get(name);
    }

    private synchronized Map<String, Long> values() {
        Map<String, Long> found = values;
        if (found == null) {
            found = new HashMap<>();
            values = found;
            try {
                read(found);
            } catch (IndexOutOfBoundsException torn) {
                found.clear();
            }
        }
        return found;
    }

    /**
     * With few calls, because it is interpreted, for 300 counters; what is called for each of them the JVM would compile. Nine in
     * ten are passed over by some letters of their names: wanted are some of {@code java.cls}, {@code java.ci}, {@code
     * java.threads}, {@code sun.classloader}, {@code sun.gc.collector}, {@code sun.rt.create}, {@code sun.os} and {@code
     * sun.urlClassLoader}.
     */
    private void read(Map<String, Long> into) {
        byte[] bytes = data;
        int entry = number(24);
        int entries = number(28);
        int nameOffset = bigEndian ? NAME_OFFSET + 3 : NAME_OFFSET; // the last of its four bytes is all there is to it
        for (int i = 0; i < entries; i++) {
            int length = bigEndian
                    ? big(bytes, entry)
                    : bytes[entry] & 0xff
                            | (bytes[entry + 1] & 0xff) << 8
                            | (bytes[entry + 2] & 0xff) << 16
                            | bytes[entry + 3] << 24;
            if (length <= 0) {
                return;
            }
            if (bytes[entry + TYPE_OFFSET] == 'J') {
                int name = entry + bytes[entry + nameOffset];
                boolean isJava = bytes[name] == 'j';
                int at = name + (isJava ? "java.".length() : "sun.".length());
                byte first = bytes[at];
                if (first == 'c' && (isJava || bytes[at + 2] == 'a')
                        || first == 't' && isJava
                        || (first == 'g' || first == 'r') && bytes[at + 3] == 'c'
                        || first == 'o'
                        || first == 'u') {
                    into.put(name(name), wide(entry + number(entry + DATA_OFFSET)));
                }
            }
            entry += length;
        }
    }

    private String name(int from) {
        int to = from;
        while (data[to] != 0) {
            to++;
        }
        return new String(data, from, to - from, SmallFile.LATIN_1);
    }

    private int number(int at) {
        return bigEndian ? big(data, at) : Integer.reverseBytes(big(data, at));
    }

    private long wide(int at) {
        long value = (long) big(data, at) << 32 | big(data, at + 4) & 0xffffffffL;
        return bigEndian ? value : Long.reverseBytes(value);
    }

    private static int big(byte[] data, int at) {
        return data[at] << 24 | (data[at + 1] & 0xff) << 16 | (data[at + 2] & 0xff) << 8 | data[at + 3] & 0xff;
    }
}
