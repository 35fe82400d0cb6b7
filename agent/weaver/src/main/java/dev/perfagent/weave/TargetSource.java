package dev.perfagent.weave;

import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/**
 * Class files as the class that is being woven sees them: its own from the bytes at hand, which may differ from its resource,
 * all others as resources of its loader, so that none is loaded.
 */
final class TargetSource implements ClassFileLocator {
    private final @Nullable ClassLoader loader;
    private final String name;
    private final byte[] bytes;

    TargetSource(@Nullable ClassLoader loader, String name, byte[] bytes) {
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
