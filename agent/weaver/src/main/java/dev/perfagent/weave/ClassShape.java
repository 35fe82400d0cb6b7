package dev.perfagent.weave;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods and annotations of a class, which rules and probes ask about. */
final class ClassShape extends ClassVisitor {
    private final List<String> annotations = new ArrayList<>();
    private final List<MethodShape> methods = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private final List<String> staticFields = new ArrayList<>();

    private ClassShape() {
        super(Opcodes.ASM9);
    }

    static ClassShape of(ClassReader reader) {
        ClassShape shape = new ClassShape();
        reader.accept(shape, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return shape;
    }

    /** Internal names of the annotation types on the class. */
    List<String> annotations() {
        return annotations;
    }

    /** In the order of the class file. */
    List<MethodShape> methods() {
        return methods;
    }

    /** Names of the methods that a person wrote. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (MethodShape method : methods) {
            if (!method.isConstructor() && !method.is(Opcodes.ACC_SYNTHETIC) && !names.contains(method.name())) {
                names.add(method.name());
            }
        }
        return names;
    }

    /**
     * Whether the class declares that field, and a method can read it.
     *
     * @param isStatic whether the method has no object
     */
    boolean hasField(String name, boolean isStatic) {
        return staticFields.contains(name) || (!isStatic && fields.contains(name));
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        ((access & Opcodes.ACC_STATIC) == 0 ? fields : staticFields).add(name);
        return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(internalName(descriptor));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        List<String> found = new ArrayList<>(2);
        methods.add(new MethodShape(access, name, descriptor, found));
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                found.add(internalName(annotation));
                return null;
            }
        };
    }

    private static String internalName(String descriptor) {
        return descriptor.substring(1, descriptor.length() - 1);
    }
}
