package dev.perfagent.inline;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A field that methods of a class can use.
 *
 * @param owner internal name of the class that declares it
 */
record Field(String owner, String name, Type type, boolean isStatic) {
    /** More superclasses than any real class has. There is a bound because class files may come from anywhere. */
    private static final int MOST_CLASSES = 200;

    /**
     * The field of that name which the class or the nearest of its superclasses has.
     *
     * @param className internal name
     * @throws IllegalStateException when none has it
     */
    static Field find(ClassFiles files, String className, String name) {
        String type = className;
        for (int i = 0; type != null && i < MOST_CLASSES; i++) {
            byte[] bytes = files.find(type);
            if (bytes == null) {
                break;
            }
            ClassReader reader = new ClassReader(bytes);
            Finder finder = new Finder(type, name, type.equals(className));
            reader.accept(finder, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            if (finder.found != null) {
                return finder.found;
            }
            type = reader.getSuperName();
        }
        throw new IllegalStateException("no field ".concat(name).concat(" in ").concat(className));
    }

    private static final class Finder extends ClassVisitor {
        private final String owner;
        private final String wanted;
        private final boolean isOwn;
        private @Nullable Field found;

        private Finder(String owner, String wanted, boolean isOwn) {
            super(Opcodes.ASM9);
            this.owner = owner;
            this.wanted = wanted;
            this.isOwn = isOwn;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            if (name.equals(wanted) && (isOwn || (access & Opcodes.ACC_PRIVATE) == 0)) {
                found = new Field(owner, name, Type.getType(descriptor), (access & Opcodes.ACC_STATIC) != 0);
            }
            return null;
        }
    }
}
