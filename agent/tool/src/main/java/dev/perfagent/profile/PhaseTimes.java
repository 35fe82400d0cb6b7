package dev.perfagent.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which phase a thread was in at a time, by the phase log of one process. */
final class PhaseTimes {
    /** What is in no phase. */
    static final String NONE = "(no phase)";

    private static final long MAIN_BEFORE_21 = 1;
    private static final long MAIN = 3;

    /** By thread: from that time on, in nanoseconds since the epoch, the thread is in that innermost phase. */
    private final Map<Long, TreeMap<Long, String>> byThread = new LinkedHashMap<>();

    private final Map<String, Long> wallNanos = new HashMap<>();

    private PhaseTimes() {}

    private record Entry(String phase, long start) {}

    /** Nothing is in any phase, when the process has not written that log. */
    static PhaseTimes read(Path log) throws IOException {
        PhaseTimes times = new PhaseTimes();
        if (!Files.exists(log)) {
            return times;
        }
        Map<Long, Deque<Entry>> open = new HashMap<>();
        long shift = 0;
        long last = 0;
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            String[] words = line.split(" ", 4);
            if (words[0].equals("A") && words.length == 3) {
                shift = Long.parseLong(words[1]) - Long.parseLong(words[2]);
            } else if (words.length == 4) {
                Deque<Entry> entries = open.computeIfAbsent(Long.parseLong(words[1]), id -> new ArrayDeque<>());
                last = Long.parseLong(words[2]) + shift;
                if (words[0].equals("B")) {
                    entries.push(new Entry(words[3], last));
                } else {
                    times.leave(entries, words[3], last);
                }
                String now = entries.isEmpty() ? NONE : entries.peek().phase;
                times.byThread
                        .computeIfAbsent(Long.parseLong(words[1]), id -> new TreeMap<>())
                        .put(last, now);
            }
        }
        for (Deque<Entry> entries : open.values()) {
            for (Entry entry : entries) {
                times.add(entry, last); // the process ended inside
            }
        }
        return times;
    }

    private void leave(Deque<Entry> entries, String phase, long end) {
        for (Iterator<Entry> all = entries.iterator(); all.hasNext(); ) {
            Entry entry = all.next();
            if (entry.phase.equals(phase)) {
                all.remove();
                add(entry, end);
                return;
            }
        }
    }

    private void add(Entry entry, long end) {
        wallNanos.merge(entry.phase, end - entry.start, Long::sum);
    }

    /** The number of the thread that runs main. */
    long mainThread() {
        return byThread.containsKey(MAIN_BEFORE_21) ? MAIN_BEFORE_21 : MAIN;
    }

    /** The innermost phase of that thread. */
    String of(long thread, long epochNanos) {
        String phase = at(byThread.get(thread), epochNanos);
        return phase == null ? NONE : phase;
    }

    /** The phase that is going on, on whichever thread, for what the JVM does for all of them. */
    String ofAny(long epochNanos) {
        for (TreeMap<Long, String> changes : byThread.values()) {
            String phase = at(changes, epochNanos);
            if (phase != null && !phase.equals(NONE)) {
                return phase;
            }
        }
        return NONE;
    }

    private static @Nullable String at(@Nullable NavigableMap<Long, String> changes, long epochNanos) {
        Map.Entry<Long, String> change = changes == null ? null : changes.floorEntry(epochNanos);
        return change == null ? null : change.getValue();
    }

    /** By phase, what its entries took, with the phases inside it. */
    Map<String, Long> wallNanos() {
        return wallNanos;
    }

    /** In the order in which they were first entered. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        TreeMap<Long, String> first = new TreeMap<>();
        byThread.values().forEach(first::putAll);
        for (String name : first.values()) {
            if (!names.contains(name) && !name.equals(NONE)) {
                names.add(name);
            }
        }
        return names;
    }
}
