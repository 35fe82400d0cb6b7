package dev.perfagent.inline;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method into which advice is copied.
 *
 * @param owner internal name of its class
 * @param version of the class file, as in {@link Opcodes}
 * @param files what its class can see
 */
record TargetMethod(String owner, int version, int access, String name, String descriptor, ClassFiles files) {
    private static final int MAJOR = 0xFFFF;

    /** Whether its class file says for each branch what is where (JVMS 4.7.4). */
    boolean hasFrames() {
        return (version & MAJOR) >= Opcodes.V1_6;
    }

    boolean isStatic() {
        return (access & Opcodes.ACC_STATIC) != 0;
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    Type type() {
        return Type.getObjectType(owner);
    }

    Type result() {
        return Type.getReturnType(descriptor);
    }

    Type[] arguments() {
        return Type.getArgumentTypes(descriptor);
    }

    /** In which local variable an argument is when the method is entered. */
    int slot(int argument) {
        int slot = isStatic() ? 0 : 1;
        Type[] arguments = arguments();
        for (int i = 0; i < argument; i++) {
            slot += arguments[i].getSize();
        }
        return slot;
    }
}
