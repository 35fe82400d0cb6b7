package dev.perfagent.weave;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Finds class files, and makes those readable that are newer than ASM knows. */
final class ClassFile {
    /** The newest class file version that the bundled ASM reads: JDK 27. */
    private static final int NEWEST = Opcodes.V27;

    /** Where in a class file its major version is; JVMS 4.1. */
    private static final int MAJOR = 6;

    private ClassFile() {}

    static int major(byte[] bytes) {
        return (bytes[MAJOR] & 0xFF) << 8 | (bytes[MAJOR + 1] & 0xFF);
    }

    /**
     * A class file that ASM can read: the given one, or a copy that claims to be of the newest version known. A new version
     * seldom changes what matters to a hook. If it does, reading fails, and the class is left alone.
     */
    static byte[] readable(byte[] bytes) {
        return major(bytes) <= NEWEST ? bytes : withMajor(bytes, NEWEST);
    }

    /** A copy with another major version. */
    static byte[] withMajor(byte[] bytes, int major) {
        byte[] copy = bytes.clone();
        copy[MAJOR] = (byte) (major >>> 8);
        copy[MAJOR + 1] = (byte) major;
        return copy;
    }

    /** The class file, read as a resource of the loader without loading the class; null when it cannot be read. */
    static byte @Nullable [] find(@Nullable ClassLoader loader, String internalName) {
        // The platform loader sees the class files of the boot loader, for which there is no object to ask.
        ClassLoader from = loader == null ? ClassLoader.getPlatformClassLoader() : loader;
        try (InputStream in = from.getResourceAsStream(internalName + ".class")) {
            return in == null ? null : readable(in.readAllBytes());
        } catch (IOException | RuntimeException unreadable) {
            // A loader of the application's, which may be closed by now.
            return null;
        }
    }
}
