package dev.perfagent.inline;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Lets a method return with nothing on the stack but its result. The JVM does not ask for that, and some compilers leave more;
 * but where all returns become jumps to one place, the stack has to be the same.
 */
final class CleanReturns extends AnalyzerAdapter {
    /** What it takes most to get at a value below the result: the result once more. */
    private static final int MOST_STACK = 2;

    private final int result;
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
    public void visitMaxs(int most, int variables) {
        super.visitMaxs(dropsAny ? most + MOST_STACK : most, variables);
    }
}
