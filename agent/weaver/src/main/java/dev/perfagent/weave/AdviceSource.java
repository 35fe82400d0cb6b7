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
 * Advice as Byte Buddy reads it: plain classes of ours, in which the hand-off and the library's package have the names that
 * they have where the advice is going to.
 */
final class AdviceSource implements ClassFileLocator {
    private static final String OURS = "dev.perfagent.";
    private static final String HANDOFF = Handoff.class.getName().replace('.', '/');

    private final Remapper names;
    private final TypePool types;

    /**
     * Advice for one copy of a library.
     *
     * @param handoff internal name of the hand-off in the measured JVM
     * @param home package of the library, {@code a/b/}, as the advice was compiled; empty when it uses none
     * @param place that package as the application has it
     */
    AdviceSource(String handoff, String home, String place) {
        names = new Remapper(net.bytebuddy.jar.asm.Opcodes.ASM9) {
            @Override
            public String map(String name) {
                if (name.equals(HANDOFF)) {
                    return handoff;
                }
                return !home.isEmpty() && name.startsWith(home) ? place.concat(name.substring(home.length())) : name;
            }
        };
        types = new TypePool.Default.WithLazyResolution(
                new TypePool.CacheProvider.Simple(), this, TypePool.Default.ReaderMode.FAST);
    }

    /** That advice, described without loading what it refers to. */
    TypeDescription describe(Class<?> advice) {
        return types.describe(advice.getName()).resolve();
    }

    @Override
    public Resolution locate(String name) {
        byte @Nullable [] bytes = ClassFile.find(AdviceSource.class.getClassLoader(), name.replace('.', '/'));
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
