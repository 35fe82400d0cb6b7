package dev.perfagent.inline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/**
 * Copies the code of a method of advice: in place of its parameters comes what they stand for, its other local variables move
 * behind all others, and where it returns it jumps to its end.
 */
final class AdviceCopier extends MethodVisitor {
    private final AdviceMethod advice;
    private final Type[] types;
    private final int[] slots;
    private final int parameterWords;
    private final Variables variables;
    private final Values values;
    private final Object[] ofMethod;
    private final boolean isAtEnd;
    private final TryBlocks tryBlocks;
    private final Label end = new Label();
    private final int resultStore;

    /**
     * A copier of that method.
     *
     * @param descriptor the method's descriptor, with the types' names in the application
     * @param ofMethod what the woven method's own variables contain while the advice runs, see {@link Variables#frame}
     * @param isAtEnd whether it is the advice for the end
     */
    AdviceCopier(
            MethodVisitor code,
            AdviceMethod advice,
            String descriptor,
            Variables variables,
            Values values,
            Object[] ofMethod,
            boolean isAtEnd,
            TryBlocks tryBlocks) {
        super(Opcodes.ASM9, code);
        this.advice = advice;
        this.types = Type.getArgumentTypes(descriptor);
        this.slots = new int[types.length];
        int words = 0;
        for (int i = 0; i < types.length; i++) {
            slots[i] = words;
            words += types[i].getSize();
        }
        this.parameterWords = words;
        this.variables = variables;
        this.values = values;
        this.ofMethod = ofMethod;
        this.isAtEnd = isAtEnd;
        this.tryBlocks = tryBlocks;
        Type result = Type.getReturnType(descriptor);
        this.resultStore = result.getSize() == 0 ? Opcodes.NOP : result.getOpcode(Opcodes.ISTORE);
    }

    /** Where the advice jumps to when it returns. */
    Label end() {
        return end;
    }

    @Override
    public void visitCode() {
        // The woven method has begun already.
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        if (slot >= parameterWords) {
            super.visitVarInsn(opcode, moved(slot));
            return;
        }
        int parameter = 0;
        while (slots[parameter] != slot) {
            parameter++;
        }
        Binding binding = advice.parameters().get(parameter);
        if (opcode >= Opcodes.ISTORE) {
            values.store(binding, types[parameter], isAtEnd);
        } else {
            values.load(binding, types[parameter], isAtEnd);
        }
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        if (slot < parameterWords) {
            throw new IllegalStateException("advice counts with a parameter");
        }
        super.visitIincInsn(moved(slot), increment);
    }

    private int moved(int slot) {
        return variables.free() + slot - parameterWords;
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
            super.visitInsn(opcode);
            return;
        }
        if (resultStore != Opcodes.NOP) {
            super.visitVarInsn(resultStore, variables.token());
        }
        super.visitJumpInsn(Opcodes.GOTO, end);
    }

    @Override
    public void visitFrame(
            int type, int localCount, @Nullable Object[] locals, int stackCount, @Nullable Object[] onStack) {
        List<Object> ofAdvice = new ArrayList<>();
        int word = 0;
        for (int i = 0; i < localCount; i++) {
            Object each = locals[i];
            if (word >= parameterWords && each != null) {
                ofAdvice.add(each);
            }
            word += each == Opcodes.LONG || each == Opcodes.DOUBLE ? 2 : 1;
        }
        Object[] stack = new Object[stackCount];
        System.arraycopy(onStack, 0, stack, 0, stackCount);
        Variables.Stage stage = isAtEnd ? Variables.Stage.ENDED : Variables.Stage.ENTERING;
        variables.frame(mv, ofMethod, stage, ofAdvice, stack);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label stop, Label handler, @Nullable String type) {
        tryBlocks.add(start, stop, handler, type);
    }

    @Override
    public void visitMaxs(int most, int variableCount) {
        // Known already, see AdviceMethod.
    }

    @Override
    public void visitEnd() {
        // The woven method goes on.
    }

    @Override
    public void visitParameter(@Nullable String name, int access) {
        // The woven method has its own.
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        return null;
    }

    @Override
    public void visitAnnotableParameterCount(int count, boolean visible) {
        // The woven method has its own.
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
            int reference, TypePath path, String descriptor, boolean visible) {
        return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitInsnAnnotation(
            int reference, TypePath path, String descriptor, boolean visible) {
        return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitTryCatchAnnotation(
            int reference, TypePath path, String descriptor, boolean visible) {
        return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitLocalVariableAnnotation(
            int reference, TypePath path, Label[] start, Label[] end, int[] index, String descriptor, boolean visible) {
        return null;
    }
}
