package dev.perfagent.weave;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Behind advice, lets a method's first line number begin where it does without. Byte Buddy moves it to the beginning of the
 * method. If instructions come before it, as in a {@code main} that Kotlin makes, stack traces would show a line that they do
 * not show otherwise.
 */
final class FirstLine extends MethodVisitor {
    private @Nullable Label start;
    private boolean isBehind;

    FirstLine(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitLineNumber(int line, Label moved) {
        super.visitLineNumber(line, isBehind || start == null ? moved : start);
        isBehind = true;
    }

    /** What sees the method as it is, before the advice does. */
    MethodVisitor before(MethodVisitor advice) {
        return new MethodVisitor(Opcodes.ASM9, advice) {
            @Override
            public void visitLineNumber(int line, Label given) {
                start = start == null ? given : start;
                super.visitLineNumber(line, given);
            }
        };
    }
}
