package dev.perfagent.weave;

import dev.perfagent.inline.ClassFiles;
import org.jspecify.annotations.Nullable;

/**
 * The class files that a class to be woven can see. Its own is given, because it may differ from the file on the class path. All
 * others are read as resources of its loader, so that no class is loaded.
 */
final class TargetFiles implements ClassFiles {
    private final @Nullable ClassLoader loader;
    private final String name;
    private final byte[] bytes;

    TargetFiles(@Nullable ClassLoader loader, String name, byte[] bytes) {
        this.loader = loader;
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public byte @Nullable [] find(String wanted) {
        return wanted.equals(name) ? bytes : ClassFile.find(loader, wanted);
    }
}
