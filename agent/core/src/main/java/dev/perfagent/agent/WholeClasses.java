package dev.perfagent.agent;

import java.util.Iterator;
import java.util.Set;

/** Which of the classes that may be loaded ahead bring no others that may not: the JVM loads a class with its supertypes. */
final class WholeClasses {
    private WholeClasses() {}

    /**
     * Those classes, a line each.
     *
     * @param names with dots; those that bring others are taken out
     * @param loader which has loaded them; the supertypes of other loaders are not looked at
     */
    static byte[] lines(Set<String> names, ClassLoader loader) {
        int before;
        do {
            before = names.size();
            for (Iterator<String> each = names.iterator(); each.hasNext(); ) {
                if (!isWhole(each.next(), names, loader)) {
                    each.remove();
                }
            }
        } while (names.size() < before);
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            lines.append(name).append('\n');
        }
        return lines.toString().getBytes(ClassPreloader.CHARSET);
    }

    private static boolean isWhole(String name, Set<String> names, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            Class<?> above = type.getSuperclass();
            if (above != null && !isAmong(above, names, loader)) {
                return false;
            }
            for (Class<?> each : type.getInterfaces()) {
                if (!isAmong(each, names, loader)) {
                    return false;
                }
            }
            return true;
        } catch (ClassNotFoundException | LinkageError wasNotLoaded) {
            return false;
        }
    }

    private static boolean isAmong(Class<?> supertype, Set<String> names, ClassLoader loader) {
        return supertype.getClassLoader() != loader || names.contains(supertype.getName());
    }
}
