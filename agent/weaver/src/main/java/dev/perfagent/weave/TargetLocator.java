package dev.perfagent.weave;

import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/**
 * The class files that a class to be woven can see, for Byte Buddy to read. Its own is given, because it may differ from the file
 * on the class path. All others are read as resources of its loader, so that no class is loaded.
 */
final class TargetLocator implements ClassFileLocator {
    private final @Nullable ClassLoader loader;
    private final String name;
    private final byte[] bytes;

    TargetLocator(@Nullable ClassLoader loader, String name, byte[] bytes) {
        this.loader = loader;
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public Resolution locate(String wanted) {
        String internalName = wanted.replace('.', '/');
        byte @Nullable [] found = internalName.equals(name) ? bytes : ClassFile.find(loader, internalName);
        return found == null ? new Resolution.Illegal(wanted) : new Resolution.Explicit(found);
    }

    @Override
    public void close() {}
}
