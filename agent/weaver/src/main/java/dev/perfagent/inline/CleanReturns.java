package dev.perfagent.inline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Lets a method return with nothing on the stack but its result. The JVM does not ask for that, and Kotlin's compiler and some
 * optimisers leave more; but where all returns become jumps to one place, the stack has to be the same.
 *
 * <p>Class files before Java 6 do not say what is on the stack at a target of jumps. There it is what it was at the first jump
 * to that place.
 */
final class CleanReturns extends AnalyzerAdapter {
    /** What it takes most to get at a value below the result: the result once more. */
    private static final int MOST_STACK = 2;

    private final int result;
    private final Map<Label, List<Object>> jumps = new HashMap<>();
    private boolean dropsAny;

    CleanReturns(TargetMethod target, MethodVisitor next) {
        super(Opcodes.ASM9, target.owner(), target.access(), target.name(), target.descriptor(), next);
        this.result = target.result().getSize();
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN && stack != null) {
            int below = stack.size() - result;
            while (below > 0) {
                boolean isWide = stack.get(below - 1) == Opcodes.TOP;
                drop(isWide);
                below -= isWide ? 2 : 1;
            }
        }
        super.visitInsn(opcode);
    }

    /** Drops one value from below the result. */
    private void drop(boolean isWide) {
        dropsAny = true;
        if (result == 0) {
            mv.visitInsn(isWide ? Opcodes.POP2 : Opcodes.POP);
        } else if (result == 1) {
            mv.visitInsn(isWide ? Opcodes.DUP_X2 : Opcodes.SWAP);
            mv.visitInsn(Opcodes.POP);
            if (isWide) {
                mv.visitInsn(Opcodes.POP2);
            }
        } else {
            mv.visitInsn(isWide ? Opcodes.DUP2_X2 : Opcodes.DUP2_X1);
            mv.visitInsn(Opcodes.POP2);
            mv.visitInsn(isWide ? Opcodes.POP2 : Opcodes.POP);
        }
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        if (opcode == Opcodes.JSR) {
            mv.visitJumpInsn(opcode, label); // when it is back, the stack is what it was
            return;
        }
        int operands = opcode == Opcodes.GOTO ? 0 : opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE ? 2 : 1;
        jumpTo(label, operands);
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        if (opcode == Opcodes.RET) {
            mv.visitVarInsn(opcode, slot);
            stack = null;
            locals = null;
            return;
        }
        super.visitVarInsn(opcode, slot);
        int last = stack == null ? -1 : stack.size() - 1;
        if (opcode == Opcodes.ALOAD && last >= 0 && stack.get(last) == Opcodes.TOP) {
            stack.set(last, Opcodes.NULL); // what is in the variable is not known, but it has one word
        }
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
        jumpTo(other, 1);
        for (Label label : labels) {
            jumpTo(label, 1);
        }
        super.visitTableSwitchInsn(min, max, other, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
        jumpTo(other, 1);
        for (Label label : labels) {
            jumpTo(label, 1);
        }
        super.visitLookupSwitchInsn(other, keys, labels);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        jumps.put(handler, List.of("java/lang/Throwable"));
        super.visitTryCatchBlock(start, end, handler, type);
    }

    private void jumpTo(Label label, int operands) {
        if (stack != null && !jumps.containsKey(label)) {
            jumps.put(label, new ArrayList<>(stack.subList(0, stack.size() - operands)));
        }
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        List<Object> known = jumps.get(label);
        if (stack == null && known != null) {
            stack = new ArrayList<>(known);
            locals = new ArrayList<>();
        }
    }

    @Override
    public void visitMaxs(int most, int variables) {
        super.visitMaxs(dropsAny ? most + MOST_STACK : most, variables);
    }
}
