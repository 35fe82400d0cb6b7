package dev.perfagent.inline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class visitor that inlines advice into methods, and copies everything else unchanged. */
public final class ClassEdit extends ClassVisitor {
    private final ClassFiles files;
    private final Map<String, List<BoundAdvice>> advice;
    private final Map<String, Integer> locals;
    private String owner = "";
    private int version;

    private ClassEdit(
            ClassWriter writer, ClassFiles files, Map<String, List<BoundAdvice>> advice, Map<String, Integer> locals) {
        super(Opcodes.ASM9, writer);
        this.files = files;
        this.advice = advice;
        this.locals = locals;
    }

    /**
     * The class file with that advice.
     *
     * @param reader of a version that can be read
     * @param advice by the method's name and descriptor, such as {@code run()V}; the outermost first
     * @throws IllegalStateException when advice asks for what a method does not have
     * @throws org.objectweb.asm.MethodTooLargeException when a method would exceed the JVM's limit
     * @throws org.objectweb.asm.ClassTooLargeException when the class would have too many constants
     */
    public static byte[] edit(ClassReader reader, ClassFiles files, Map<String, List<BoundAdvice>> advice) {
        Locals locals = new Locals(advice);
        reader.accept(locals, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new ClassEdit(writer, files, advice, locals.found), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    @Override
    public void visit(
            int classVersion,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        owner = name;
        version = classVersion;
        super.visit(classVersion, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
        String key = name.concat(descriptor);
        List<BoundAdvice> wanted = advice.get(key);
        Integer words = locals.get(key);
        return wanted == null || words == null
                ? visitor
                : MethodInliner.of(
                        visitor, new TargetMethod(owner, version, access, name, descriptor, files), wanted, words);
    }

    /** How many words of local variables the methods have that get advice. ASM says it behind their code. */
    private static final class Locals extends ClassVisitor {
        private final Map<String, List<BoundAdvice>> advice;
        private final Map<String, Integer> found = new HashMap<>();

        private Locals(Map<String, List<BoundAdvice>> advice) {
            super(Opcodes.ASM9);
            this.advice = advice;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            String key = name.concat(descriptor);
            if (!advice.containsKey(key)) {
                return null;
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMaxs(int stack, int words) {
                    found.put(key, words);
                }
            };
        }
    }
}
