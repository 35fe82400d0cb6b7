package dev.perfagent.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every class that the weaver was asked about, with its answer. Grows while classes are woven; safe for concurrent use. */
public final class ClassEntries {
    /** The weaver has not been asked about that class yet. */
    public static final byte[] UNKNOWN = new byte[0];

    /** Of a class in one kind of loader: another agent may make other bytes of it in each run, and each comes by here. */
    private static final int MOST_FORMS = 3;

    private final Map<String, List<ClassEntry>> classes = new HashMap<>();
    private boolean changed;

    /** Internal names of the classes that are to be woven when they are loaded, with who loads them. */
    public synchronized Map<String, LoaderKind> wovenClasses() {
        Map<String, LoaderKind> woven = new HashMap<>();
        for (List<ClassEntry> entries : classes.values()) {
            for (ClassEntry entry : entries) {
                if (entry.isWoven()) {
                    woven.put(entry.name(), entry.loader());
                }
            }
        }
        return woven;
    }

    /** Whether the weaver was asked about a class of that name in that kind of loader. */
    public synchronized boolean knows(LoaderKind loader, String name) {
        List<ClassEntry> entries = classes.get(name);
        if (entries != null) {
            for (ClassEntry entry : entries) {
                if (entry.loader() == loader) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it was asked about one with that CRC-32. */
    public synchronized boolean knows(LoaderKind loader, String name, long crc) {
        for (ClassEntry entry : classes.getOrDefault(name, List.of())) {
            if (entry.loader() == loader && entry.crc() == (int) crc) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the weaver was asked about a class of that name in that kind of loader, and found nothing to do in any form of
     * it.
     */
    public synchronized boolean leavesAlone(LoaderKind loader, String name) {
        List<ClassEntry> entries = classes.get(name);
        boolean known = false;
        if (entries != null) {
            for (ClassEntry entry : entries) {
                if (entry.loader() == loader
                        && (entry.isWoven() || !entry.supertypes().isEmpty())) {
                    return false;
                }
                known |= entry.loader() == loader;
            }
        }
        return known;
    }

    /**
     * What is to become of a class.
     *
     * @param name internal name
     * @return the woven class file, null to leave the class as it is, or {@link #UNKNOWN}
     */
    public byte @Nullable [] find(LoaderKind loader, String name, byte[] original) {
        return find(loader, name, original, null, null);
    }

    /**
     * Likewise, where the answer rests on the class's supertypes too.
     *
     * @param by the loader, in which these are looked up; null if the answer rests on the class alone
     */
    public byte @Nullable [] find(
            LoaderKind loader,
            String name,
            byte[] original,
            @Nullable ClassLoader by,
            @Nullable SupertypeStamps stamps) {
        ClassEntry[] known;
        synchronized (this) {
            List<ClassEntry> entries = classes.get(name);
            if (entries == null) {
                return UNKNOWN;
            }
            known = entries.toArray(new ClassEntry[0]);
        }
        for (ClassEntry entry : known) {
            if (entry.isAbout(loader, original)
                    && (by == null || stamps == null || stamps.hold(by, entry.supertypes()))) {
                return entry.woven();
            }
        }
        return UNKNOWN;
    }

    /** What is to become of a class of which only one form is known, whatever its bytes; or {@link #UNKNOWN}. */
    public synchronized byte @Nullable [] onlyForm(LoaderKind loader, String name) {
        ClassEntry only = null;
        for (ClassEntry entry : classes.getOrDefault(name, List.of())) {
            if (entry.loader() == loader) {
                if (only != null) {
                    return UNKNOWN;
                }
                only = entry;
            }
        }
        return only == null ? UNKNOWN : only.woven();
    }

    /** Remembers what the weaver answered; null is "nothing to do". */
    public void learn(LoaderKind loader, String name, byte[] original, byte @Nullable [] woven) {
        learn(loader, name, original, woven, List.of());
    }

    /** Likewise, with the supertypes on which the answer rests, see {@link SupertypeStamps#of}. */
    public void learn(
            LoaderKind loader, String name, byte[] original, byte @Nullable [] woven, List<String> supertypes) {
        ClassEntry entry = ClassEntry.of(loader, name, original, woven, supertypes);
        synchronized (this) {
            add(entry);
            changed = true;
        }
    }

    /** As if the weaver had not been asked about those classes. */
    public synchronized void forget(Collection<String> names) {
        for (String name : names) {
            classes.remove(name);
        }
    }

    synchronized void clear() {
        classes.clear();
        changed = true;
    }

    synchronized boolean isChanged() {
        return changed;
    }

    synchronized void markKept() {
        changed = false;
    }

    synchronized void add(ClassEntry entry) {
        List<ClassEntry> entries = classes.get(entry.name());
        if (entries == null) {
            entries = new ArrayList<>(1);
            classes.put(entry.name(), entries);
        }
        int oldest = -1;
        int forms = 0;
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).isSame(entry)) {
                entries.remove(i);
                oldest--;
            } else if (entries.get(i).loader() == entry.loader()) {
                oldest = i;
                forms++;
            }
        }
        if (forms >= MOST_FORMS) {
            entries.remove(oldest);
        }
        entries.add(entry);
    }

    synchronized List<ClassEntry> entries() {
        List<ClassEntry> all = new ArrayList<>(classes.size());
        for (List<ClassEntry> entries : classes.values()) {
            all.addAll(entries);
        }
        return all;
    }
}
