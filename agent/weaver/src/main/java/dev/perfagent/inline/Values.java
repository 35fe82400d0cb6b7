package dev.perfagent.inline;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads and assigns what parameters of advice stand for, in the code of one method. */
final class Values {
    /** The most words on the stack that reading or assigning needs, beyond those of the value. */
    static final int MOST_STACK = 5;

    private static final Type OBJECT = Type.getObjectType("java/lang/Object");

    private final MethodVisitor code;
    private final TargetMethod target;
    private final Variables variables;
    private final Type token;

    /** @param token what the advice at the beginning returns; void when there is none */
    Values(MethodVisitor code, TargetMethod target, Variables variables, Type token) {
        this.code = code;
        this.target = target;
        this.variables = variables;
        this.token = token;
    }

    /**
     * Puts on the stack what a parameter of that type stands for.
     *
     * @param isAtEnd whether the method's own code is over
     */
    void load(Binding binding, Type wanted, boolean isAtEnd) {
        switch (binding.kind()) {
            case ARGUMENT -> {
                loadArgument(binding.index(), isAtEnd);
                convert(target.arguments()[binding.index()], wanted);
            }
            case ALL_ARGUMENTS -> loadArguments(isAtEnd);
            case THIS -> {
                if (target.isStatic()) {
                    code.visitInsn(Opcodes.ACONST_NULL);
                } else {
                    loadThis(isAtEnd);
                    convert(target.type(), wanted);
                }
            }
            case FIELD -> loadField(binding.name(), wanted, isAtEnd);
            case RETURN -> loadVariable(variables.result(), target.result(), wanted);
            case THROWN -> loadVariable(variables.thrown(), wanted, wanted);
            case ENTER -> loadVariable(variables.token(), token, wanted);
            case DESCRIPTOR -> code.visitLdcInsn(target.descriptor());
            case NUMBER -> push(binding.index());
            case NOTHING -> code.visitInsn(Opcodes.ACONST_NULL);
        }
    }

    /** Assigns the value on the stack, which is of that type, to what a parameter stands for. */
    void store(Binding binding, Type from, boolean isAtEnd) {
        if (binding.isReadOnly()) {
            throw new IllegalStateException("advice assigns to a parameter that is read-only");
        }
        switch (binding.kind()) {
            case ARGUMENT -> {
                Type type = target.arguments()[binding.index()];
                convert(from, type);
                int slot = isAtEnd ? variables.argument(binding.index()) : target.slot(binding.index());
                code.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
            }
            case FIELD -> storeField(binding.name(), from, isAtEnd);
            case RETURN -> {
                convert(from, target.result());
                code.visitVarInsn(target.result().getOpcode(Opcodes.ISTORE), variables.result());
            }
            default -> throw new IllegalStateException("advice assigns to what cannot change");
        }
    }

    /** Puts null or 0 on the stack. */
    void loadDefault(Type type) {
        switch (type.getSort()) {
            case Type.VOID -> {}
            case Type.BOOLEAN, Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> code.visitInsn(Opcodes.ICONST_0);
            case Type.LONG -> code.visitInsn(Opcodes.LCONST_0);
            case Type.FLOAT -> code.visitInsn(Opcodes.FCONST_0);
            case Type.DOUBLE -> code.visitInsn(Opcodes.DCONST_0);
            default -> code.visitInsn(Opcodes.ACONST_NULL);
        }
    }

    private void loadVariable(int slot, Type type, Type wanted) {
        if (slot < 0) {
            loadDefault(wanted);
        } else {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
            convert(type, wanted);
        }
    }

    private void loadThis(boolean isAtEnd) {
        if (target.isStatic()) {
            throw new IllegalStateException("a static method has no object");
        }
        if (!isAtEnd && target.isConstructor()) {
            throw new IllegalStateException("a constructor has no object yet when it is entered");
        }
        code.visitVarInsn(Opcodes.ALOAD, isAtEnd ? variables.self() : 0);
    }

    private void loadArgument(int index, boolean isAtEnd) {
        int slot = isAtEnd ? variables.argument(index) : target.slot(index);
        code.visitVarInsn(target.arguments()[index].getOpcode(Opcodes.ILOAD), slot);
    }

    private void loadArguments(boolean isAtEnd) {
        Type[] all = target.arguments();
        push(all.length);
        code.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT.getInternalName());
        for (int i = 0; i < all.length; i++) {
            code.visitInsn(Opcodes.DUP);
            push(i);
            loadArgument(i, isAtEnd);
            convert(all[i], OBJECT);
            code.visitInsn(Opcodes.AASTORE);
        }
    }

    private void loadField(String name, Type wanted, boolean isAtEnd) {
        Field field = Field.find(target.files(), target.owner(), name);
        if (field.isStatic()) {
            code.visitFieldInsn(
                    Opcodes.GETSTATIC, field.owner(), name, field.type().getDescriptor());
        } else {
            loadThis(isAtEnd);
            code.visitFieldInsn(
                    Opcodes.GETFIELD, field.owner(), name, field.type().getDescriptor());
        }
        convert(field.type(), wanted);
    }

    private void storeField(String name, Type from, boolean isAtEnd) {
        Field field = Field.find(target.files(), target.owner(), name);
        convert(from, field.type());
        if (field.isStatic()) {
            code.visitFieldInsn(
                    Opcodes.PUTSTATIC, field.owner(), name, field.type().getDescriptor());
            return;
        }
        loadThis(isAtEnd);
        if (field.type().getSize() == 1) {
            code.visitInsn(Opcodes.SWAP);
        } else {
            code.visitInsn(Opcodes.DUP_X2);
            code.visitInsn(Opcodes.POP);
        }
        code.visitFieldInsn(Opcodes.PUTFIELD, field.owner(), name, field.type().getDescriptor());
    }

    /** Boxes what is primitive and should not be, and casts what may be something else for the JVM. */
    private void convert(Type from, Type to) {
        if (isPrimitive(to)) {
            if (!isPrimitive(from) || !Variables.inFrame(from).equals(Variables.inFrame(to))) {
                throw new IllegalStateException(
                        from.getClassName().concat(" is no ").concat(to.getClassName()));
            }
        } else if (isPrimitive(from)) {
            String box = box(from);
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, box, "valueOf", "(" + from.getDescriptor() + ")L" + box + ";", false);
        } else if (!to.equals(OBJECT) && !to.equals(from)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private void push(int number) {
        if (number >= -1 && number <= 5) {
            code.visitInsn(Opcodes.ICONST_0 + number);
        } else if (number == (byte) number) {
            code.visitIntInsn(Opcodes.BIPUSH, number);
        } else if (number == (short) number) {
            code.visitIntInsn(Opcodes.SIPUSH, number);
        } else {
            code.visitLdcInsn(number);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private static String box(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.CHAR -> "java/lang/Character";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            case Type.DOUBLE -> "java/lang/Double";
            default -> throw new IllegalStateException(type.getClassName());
        };
    }
}
