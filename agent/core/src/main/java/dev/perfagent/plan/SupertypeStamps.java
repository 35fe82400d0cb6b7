package dev.perfagent.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.zip.CRC32;

/**
 * The class files on which an answer about supertypes rests, each as name and checksum: {@code a/Shape 123456}. They are read as
 * resources of the loader, once each, so that no class is loaded. Loaded only where a rule asks for supertypes. Safe for
 * concurrent use.
 */
public final class SupertypeStamps {
    private static final int BUFFER = 8192;
    private static final String MISSING = "-";

    private final Map<ClassLoader, Map<String, String>> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** The stamps of those classes, which are internal names. */
    public List<String> of(ClassLoader loader, List<String> names) {
        List<String> stamps = new ArrayList<>(names.size());
        for (String name : names) {
            stamps.add(stamp(loader, name));
        }
        return stamps;
    }

    /** Whether the classes that were stamped are as they were. */
    boolean hold(ClassLoader loader, List<String> stamps) {
        for (String stamp : stamps) {
            String name = stamp.substring(0, stamp.lastIndexOf(' '));
            if (!stamp.equals(stamp(loader, name))) {
                return false;
            }
        }
        return true;
    }

    private String stamp(ClassLoader loader, String name) {
        Map<String, String> ofLoader = known.get(loader);
        if (ofLoader == null) {
            ofLoader = Collections.synchronizedMap(new HashMap<>());
            known.put(loader, ofLoader);
        }
        String stamp = ofLoader.get(name);
        if (stamp == null) {
            stamp = name + " " + checksum(loader, name);
            ofLoader.put(name, stamp);
        }
        return stamp;
    }

    private static String checksum(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            if (in == null) {
                return MISSING;
            }
            CRC32 crc = new CRC32();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
            }
            return Long.toString(crc.getValue());
        } catch (IOException | RuntimeException unreadable) {
            return MISSING;
        }
    }
}
