package dev.perfagent.agent;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Whether jars have classes in the form in which they were loaded. A program may define a class by itself, in another form than
 * the one in its jar, and cannot if that was loaded before.
 */
final class JarClasses implements AutoCloseable {
    private final Map<String, @Nullable JarFile> opened = new HashMap<>();

    /** Of a class file. */
    static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /**
     * That of a class in a jar; -1 where there is none.
     *
     * @param jar a URL
     * @param entry such as {@code app/Main.class}
     */
    long crc(String jar, String entry) {
        if (!opened.containsKey(jar)) {
            opened.put(jar, open(jar));
        }
        JarFile file = opened.get(jar);
        ZipEntry found = file == null ? null : file.getEntry(entry);
        return found == null ? -1 : found.getCrc();
    }

    /** Null where it is none, such as an image of modules. */
    private static @Nullable JarFile open(String jar) {
        try {
            return new JarFile(new File(URI.create(jar)), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
        } catch (IOException | IllegalArgumentException | SecurityException none) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        for (JarFile file : opened.values()) {
            if (file != null) {
                file.close();
            }
        }
    }
}
