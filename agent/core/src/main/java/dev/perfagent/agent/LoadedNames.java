package dev.perfagent.agent;

import dev.perfagent.machine.Machine;
import dev.perfagent.plan.GeneratedNames;
import dev.perfagent.plan.LoaderKind;
import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of the application's classes, in the order in which a first run loads them. Safe for concurrent use. */
final class LoadedNames {
    /** More would cost a run that does something else more than it saves one that does the same. */
    private static final int MOST_EARLY = 300;

    /** A thread of the JVM, from the first time on that another process asks it something. */
    private static final String ATTACH_LISTENER = "Attach Listener";

    /** Threads that begin while they are counted. */
    private static final int SPARE = 16;

    private final List<String> all = new ArrayList<>();
    private final List<Early> early = new ArrayList<>();

    /** With classes from elsewhere: the first class of a package brings its version, which is in the manifest of a jar. */
    private final Set<String> otherPackages = new HashSet<>();

    /**
     * @param name with dots
     * @param nanos when it was loaded
     * @param jar the URL from which it is said to come
     * @param crc of the class file
     */
    private record Early(String name, long nanos, String jar, long crc) {}

    /**
     * In the thread in which it is being defined.
     *
     * @param name with slashes
     */
    void add(LoaderKind kind, String name, @Nullable ProtectionDomain domain, byte[] original) {
        add(kind, name, domain, original, kind == LoaderKind.SYSTEM && !isFull() && DefiningLoader.isOfTheJdk());
    }

    /**
     * @param name with slashes
     * @param byTheJdk whether a loader of the JDK's defines it
     */
    void add(LoaderKind kind, String name, @Nullable ProtectionDomain domain, byte[] original, boolean byTheJdk) {
        String dotted = name.replace('/', '.');
        boolean mayBeEarly = kind == LoaderKind.SYSTEM && !GeneratedNames.include(name);
        String jar = mayBeEarly && byTheJdk ? plainJar(domain) : null;
        synchronized (this) {
            all.add(dotted);
            if (mayBeEarly && jar == null) {
                otherPackages.add(packageOf(dotted));
            } else if (jar != null && !isFull() && !otherPackages.contains(packageOf(dotted))) {
                early.add(new Early(dotted, System.nanoTime(), jar, JarClasses.crc(original)));
            }
        }
    }

    private synchronized boolean isFull() {
        return early.size() >= MOST_EARLY;
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /**
     * The jar without signatures that a class came from: to check these takes more of the JDK than loading does. Null if it came
     * from elsewhere. In a folder the application may write a class anew before it loads it; not so in a jar, because the JVM
     * opens all of the class path to find an agent.
     */
    private static @Nullable String plainJar(@Nullable ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        URL place = source == null || source.getCodeSigners() != null ? null : source.getLocation();
        return place == null || place.getPath().endsWith("/") ? null : place.toString();
    }

    /** With dots. */
    synchronized List<String> all() {
        return List.of(all.toArray(new String[0]));
    }

    /**
     * What the next runs may load ahead, in that order: with dots.
     *
     * @param untilNanos when a framework had read the command line: what is loaded until then is the same for all commands; 0
     *     when none did, and then all count, and only for the same command line
     */
    synchronized Set<String> early(long untilNanos) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        Set<String> changed = new HashSet<>();
        try (JarClasses jars = new JarClasses()) {
            for (Early one : wasAttachedTo() ? List.<Early>of() : early) {
                String name = one.name();
                if (jars.crc(one.jar(), name.replace('.', '/') + ".class") != one.crc()) {
                    changed.add(packageOf(name));
                } else if ((untilNanos == 0 || one.nanos() - untilNanos < 0) && !changed.contains(packageOf(name))) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Whether an agent may have come while the application ran, which may want to see the classes that are loaded then. */
    private static boolean wasAttachedTo() {
        ThreadGroup group = Machine.systemGroup();
        Thread[] threads = new Thread[group.activeCount() + SPARE];
        int count = group.enumerate(threads, false);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().equals(ATTACH_LISTENER)) {
                return true;
            }
        }
        return false;
    }
}
