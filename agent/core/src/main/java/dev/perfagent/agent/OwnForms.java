package dev.perfagent.agent;

import dev.perfagent.plan.ClassEntries;
import dev.perfagent.plan.LoaderKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Whether an application defines classes by itself that are woven, in another form than the class path has, or with names that
 * are not there. If a plan is complete they would be loaded before it comes to that, and then it cannot.
 */
final class OwnForms {
    private static final String IN_JAR = "jar:";

    private OwnForms() {}

    static boolean areAmong(ClassEntries classes) throws IOException {
        try (JarClasses jars = new JarClasses()) {
            for (Map.Entry<String, LoaderKind> woven : classes.wovenClasses().entrySet()) {
                if (woven.getValue() == LoaderKind.SYSTEM && !isThere(classes, woven.getKey(), jars)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** In a jar by the checksum that it has: to read the first class by its URL takes 10 ms of CPU time. */
    private static boolean isThere(ClassEntries classes, String name, JarClasses jars) throws IOException {
        String entry = name.concat(".class");
        String place = String.valueOf(ClassLoader.getSystemResource(entry));
        int end = place.startsWith(IN_JAR) ? place.indexOf("!/") : -1;
        if (end > 0) {
            return classes.knows(LoaderKind.SYSTEM, name, jars.crc(place.substring(IN_JAR.length(), end), entry));
        }
        try (InputStream in = ClassLoader.getSystemResourceAsStream(entry)) {
            return in != null && classes.find(LoaderKind.SYSTEM, name, in.readAllBytes()) != ClassEntries.UNKNOWN;
        }
    }
}
