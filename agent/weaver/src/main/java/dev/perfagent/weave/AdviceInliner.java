package dev.perfagent.weave;

import java.util.List;
import java.util.Map;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * A class visitor that inlines advice into methods, and copies everything else unchanged. {@code
 * ByteBuddy.decorate(…).visit(advice)} does the same in the end, but its builders load 150 classes.
 */
final class AdviceInliner extends ClassVisitor {
    private final TypeDescription type;
    private final TypePool types;
    private final Implementation.Context context;
    private final Map<String, List<Advice>> advice;

    private AdviceInliner(
            ClassWriter writer,
            TypePool types,
            String name,
            ClassFileVersion version,
            Map<String, List<Advice>> advice) {
        super(Opcodes.ASM9, writer);
        this.types = types;
        this.type = types.describe(name.replace('/', '.')).resolve();
        this.context = Implementation.Context.Disabled.Factory.INSTANCE.make(
                type,
                new AuxiliaryType.NamingStrategy.Enumerating("unused"),
                TypeInitializer.None.INSTANCE,
                version,
                version,
                version.isAtLeast(ClassFileVersion.JAVA_V6)
                        ? Implementation.Context.FrameGeneration.GENERATE
                        : Implementation.Context.FrameGeneration.DISABLED);
        this.advice = advice;
    }

    /**
     * The class file with that advice.
     *
     * @param bytes of a version that can be read
     * @param advice by {@link MethodShape#key()}, the outermost first
     */
    static byte[] edit(
            @Nullable ClassLoader loader,
            String name,
            byte[] bytes,
            ClassReader reader,
            Map<String, List<Advice>> advice) {
        TypePool types = new TypePool.Default.WithLazyResolution(
                new TypePool.CacheProvider.Simple(),
                new TargetLocator(loader, name, bytes),
                TypePool.Default.ReaderMode.FAST);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new AdviceInliner(writer, types, name, ClassFileVersion.ofClassFile(bytes), advice), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
        List<Advice> wanted = advice.get(name.concat(descriptor));
        if (wanted != null) {
            MethodDescription method = declared(name, descriptor);
            FirstLine line = new FirstLine(visitor);
            visitor = line;
            for (Advice each : wanted) {
                visitor = each.wrap(type, method, visitor, context, types, 0, 0);
            }
            visitor = line.before(visitor);
        }
        return visitor;
    }

    private MethodDescription declared(String name, String descriptor) {
        if (name.equals(MethodDescription.TYPE_INITIALIZER_INTERNAL_NAME)) {
            return new MethodDescription.Latent.TypeInitializer(type);
        }
        for (MethodDescription method : type.getDeclaredMethods()) {
            if (method.getInternalName().equals(name) && method.getDescriptor().equals(descriptor)) {
                return method;
            }
        }
        throw new IllegalStateException("no method ".concat(name).concat(descriptor));
    }
}
