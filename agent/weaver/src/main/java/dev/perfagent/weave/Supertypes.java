package dev.perfagent.weave;

import dev.perfagent.plan.NamePattern;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * All superclasses and interfaces of a class, read from class files, so that no class is loaded. A type that cannot be found
 * has no supertypes. What was read is kept for each loader, because many classes have the same supertypes.
 */
final class Supertypes {
    /** Far more than any real class has. There is a bound because class files may come from anywhere. */
    private static final int MOST = 512;

    private static final String[] NONE = {};

    private final Map<ClassLoader, Map<String, String[]>> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** Whether one of the supertypes has such a name; the class itself is not one of them. */
    boolean include(NamePattern wanted, ClassLoader loader, ClassReader reader) {
        Set<String> seen = new HashSet<>();
        ArrayDeque<String> left = new ArrayDeque<>();
        String[] next = supertypes(reader);
        while (true) {
            for (String name : next) {
                if (wanted.matches(name)) {
                    return true;
                }
                if (seen.size() < MOST && !name.equals("java/lang/Object") && seen.add(name)) {
                    left.add(name);
                }
            }
            String name = left.poll();
            if (name == null) {
                return false;
            }
            next = supertypes(loader, name);
        }
    }

    /** All that may be looked at for a class; none of the package {@code java} or below, which only the JDK brings. */
    List<String> all(ClassLoader loader, ClassReader reader) {
        Set<String> seen = new LinkedHashSet<>();
        ArrayDeque<String> left = new ArrayDeque<>(List.of(supertypes(reader)));
        for (String name = left.poll(); name != null; name = left.poll()) {
            if (!name.startsWith("java/") && seen.size() < MOST && seen.add(name)) {
                left.addAll(List.of(supertypes(loader, name)));
            }
        }
        return List.copyOf(seen);
    }

    private String[] supertypes(ClassLoader loader, String name) {
        Map<String, String[]> ofLoader = known.get(loader);
        if (ofLoader == null) {
            ofLoader = new ConcurrentHashMap<>();
            known.put(loader, ofLoader);
        }
        String[] found = ofLoader.get(name);
        if (found == null) {
            found = read(loader, name);
            ofLoader.put(name, found);
        }
        return found;
    }

    private static String[] read(ClassLoader loader, String name) {
        byte[] bytes = ClassFile.find(loader, name);
        try {
            return bytes == null ? NONE : supertypes(new ClassReader(bytes));
        } catch (RuntimeException damaged) {
            return NONE; // whoever loads it will report that
        }
    }

    private static String[] supertypes(ClassReader reader) {
        String[] interfaces = reader.getInterfaces();
        @Nullable String superName = reader.getSuperName();
        if (superName == null) {
            return interfaces;
        }
        String[] all = new String[interfaces.length + 1];
        all[0] = superName;
        System.arraycopy(interfaces, 0, all, 1, interfaces.length);
        return all;
    }
}
