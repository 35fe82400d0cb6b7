package dev.perfagent.weave;

import dev.perfagent.hook.BootHandoff;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Inserts code into the static initialiser of {@code java.lang.Shutdown} that defines the hand-off class. Classes of
 * {@code java.lang} may call {@code ClassLoader.defineClass1}; all others would need access first. What is inserted is
 *
 * <pre>
 * Object offer = System.getProperties().remove("dev.perfagent.handoff");
 * if (offer != null) {
 *     try {
 *         ClassLoader.defineClass1(null, null, (byte[]) offer, 0, ((byte[]) offer).length, null, null);
 *     } catch (Throwable another) {
 *         // this JDK has no such method: BootHandoff finds that the class is missing
 *     }
 * }
 * </pre>
 */
final class HandoffDefiner extends ClassVisitor {
    static final String HOST = "java/lang/Shutdown";

    private static final int MOST_STACK = 7;

    private HandoffDefiner(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    static byte[] insert(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new HandoffDefiner(writer), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return name.equals("<clinit>") ? new Initialiser(next) : next;
    }

    private static final class Initialiser extends MethodVisitor {
        Initialiser(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            Label start = new Label();
            Label end = new Label();
            Label failed = new Label();
            Label over = new Label();
            visitTryCatchBlock(start, end, failed, "java/lang/Throwable");
            visitMethodInsn(
                    Opcodes.INVOKESTATIC, "java/lang/System", "getProperties", "()Ljava/util/Properties;", false);
            visitLdcInsn(BootHandoff.OFFER);
            visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    "java/util/Properties",
                    "remove",
                    "(Ljava/lang/Object;)Ljava/lang/Object;",
                    false);
            visitVarInsn(Opcodes.ASTORE, 0);
            visitVarInsn(Opcodes.ALOAD, 0);
            visitJumpInsn(Opcodes.IFNULL, over);
            visitLabel(start);
            define();
            visitLabel(end);
            visitJumpInsn(Opcodes.GOTO, over);
            visitLabel(failed);
            visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Throwable"});
            visitInsn(Opcodes.POP);
            visitLabel(over);
            visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            visitInsn(Opcodes.NOP); // so that no frame of the original can fall on this one
        }

        private void define() {
            visitInsn(Opcodes.ACONST_NULL);
            visitInsn(Opcodes.ACONST_NULL);
            offer();
            visitInsn(Opcodes.ICONST_0);
            offer();
            visitInsn(Opcodes.ARRAYLENGTH);
            visitInsn(Opcodes.ACONST_NULL);
            visitInsn(Opcodes.ACONST_NULL);
            visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "java/lang/ClassLoader",
                    "defineClass1",
                    "(Ljava/lang/ClassLoader;Ljava/lang/String;[BIILjava/security/ProtectionDomain;Ljava/lang/String;)"
                            + "Ljava/lang/Class;",
                    false);
            visitInsn(Opcodes.POP);
        }

        private void offer() {
            visitVarInsn(Opcodes.ALOAD, 0);
            visitTypeInsn(Opcodes.CHECKCAST, "[B");
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(Math.max(stack, MOST_STACK), Math.max(locals, 1));
        }
    }
}
