package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * The class files of advice, for Byte Buddy to read. In them, the hand-off and the library's package have the names that they
 * have in the application.
 */
final class AdviceLocator implements ClassFileLocator {
    private static final String OURS = "dev.perfagent.";
    private static final String HANDOFF = Handoff.class.getName().replace('.', '/');

    private final Remapper names;
    private final TypePool types;

    /**
     * Advice for one copy of a library.
     *
     * @param handoff internal name of the hand-off in the measured JVM
     * @param originalPackage the library's package against which the advice was compiled, such as {@code a/b/}; empty for none
     * @param actualPackage that package in the application
     */
    AdviceLocator(String handoff, String originalPackage, String actualPackage) {
        names = new Remapper(net.bytebuddy.jar.asm.Opcodes.ASM9) {
            @Override
            public String map(String name) {
                if (name.equals(HANDOFF)) {
                    return handoff;
                }
                return !originalPackage.isEmpty() && name.startsWith(originalPackage)
                        ? actualPackage.concat(name.substring(originalPackage.length()))
                        : name;
            }
        };
        types = new TypePool.Default.WithLazyResolution(new FoundTypes(), this, TypePool.Default.ReaderMode.FAST);
    }

    /**
     * Keeps what was found, and not that something was not. Otherwise, a type of a library whose class file was looked for once
     * could not be named any more, and no other advice with that type could be inlined.
     */
    private static final class FoundTypes extends TypePool.CacheProvider.Simple {
        @Override
        public TypePool.Resolution register(String name, TypePool.Resolution resolution) {
            return resolution.isResolved() ? super.register(name, resolution) : resolution;
        }
    }

    /** The advice as Byte Buddy describes it; nothing that it refers to is loaded. */
    TypeDescription describe(Class<?> advice) {
        return types.describe(advice.getName()).resolve();
    }

    @Override
    public Resolution locate(String name) {
        byte @Nullable [] bytes = ClassFile.find(AdviceLocator.class.getClassLoader(), name.replace('.', '/'));
        if (bytes == null) {
            return new Resolution.Illegal(name);
        }
        return new Resolution.Explicit(name.startsWith(OURS) ? renamed(bytes) : bytes);
    }

    private byte[] renamed(byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes).accept(new ClassRemapper(writer, names), ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    @Override
    public void close() {}
}
