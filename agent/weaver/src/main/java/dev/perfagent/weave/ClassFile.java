package dev.perfagent.weave;

import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Class files as bytes: where to find them, and how to read those that are newer than the library that reads them. */
final class ClassFile {
    /** The newest class file version that the bundled ASM reads: JDK 28. */
    private static final int NEWEST = Opcodes.V28;

    /** Where in a class file its major version is; JVMS 4.1. */
    private static final int MAJOR = 6;

    private ClassFile() {}

    static int major(byte[] bytes) {
        return (bytes[MAJOR] & 0xFF) << 8 | (bytes[MAJOR + 1] & 0xFF);
    }

    /**
     * The class file with a version that can be read: the given one, or a copy that claims the newest known. Versions seldom
     * change anything that a hook is concerned with; what cannot be read for all that fails in the reader and is left alone.
     */
    static byte[] readable(byte[] bytes) {
        return major(bytes) <= NEWEST ? bytes : withMajor(bytes, NEWEST);
    }

    /** A copy with that major version. */
    static byte[] withMajor(byte[] bytes, int major) {
        byte[] copy = bytes.clone();
        copy[MAJOR] = (byte) (major >>> 8);
        copy[MAJOR + 1] = (byte) major;
        return copy;
    }

    /** The bytes of a class as a resource of its loader, without loading it; null when it cannot be had. */
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
