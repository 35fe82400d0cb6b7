package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.settings.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/**
 * Weaves a class of the JDK and lets the JVM verify it. The JVM does not verify classes of the boot loader, so a copy is defined
 * under another name. Its interfaces are dropped, because those of other modules cannot be implemented here.
 */
public final class JdkClass {
    private JdkClass() {}

    /**
     * Weaves a class as in a measured JVM and verifies it.
     *
     * @return the calls of the hand-off, as {@code method hook}
     */
    public static List<String> hooksWoven(String internalName) {
        byte[] original = ClassFile.find(null, internalName);
        if (original == null) {
            throw new IllegalArgumentException(internalName);
        }
        byte[] woven =
                new ClassWeaverFactory().weaver(Settings.standard(), null, true).weave(null, internalName, original);
        if (woven == null) {
            return List.of();
        }
        verify(woven);
        return HookCounter.in(woven, Handoff.BOOT_NAME);
    }

    private static void verify(byte[] woven) {
        ClassReader reader = new ClassReader(woven);
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor renamed =
                new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, reader.getClassName(), "Copy"));
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, renamed) {
                    @Override
                    public void visit(
                            int version,
                            int access,
                            String name,
                            @Nullable String signature,
                            String superName,
                            String[] interfaces) {
                        super.visit(version, access, name, null, superName, new String[0]);
                    }

                    @Override
                    public void visitNestHost(String host) {}

                    @Override
                    public void visitNestMember(String member) {}

                    @Override
                    public void visitInnerClass(
                            String name, @Nullable String outer, @Nullable String inner, int access) {}
                },
                0);
        byte[] copy = writer.toByteArray();
        Class<?> defined = new ClassLoader(JdkClass.class.getClassLoader()) {
            Class<?> define() {
                return defineClass("Copy", copy, 0, copy.length);
            }
        }.define();
        // Asking for the methods links the class, and so verifies it.
        if (defined.getDeclaredMethods().length == 0) {
            throw new IllegalStateException("no methods in " + reader.getClassName());
        }
    }
}
