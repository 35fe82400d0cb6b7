package dev.perfagent.inline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.MethodRemapper;

/**
 * Copies advice into one method while it is visited. The method becomes
 *
 * <pre>
 * token = [advice at the beginning]
 * try {
 *     result = [the method's own code]
 * } catch (Throwable any) {
 *     thrown = any
 * }
 * [advice at the end]
 * if (thrown != null) throw thrown
 * return result
 * </pre>
 *
 * <p>Without advice for the end, its own code stays as it is to the last byte.
 */
final class MethodInliner extends MethodVisitor {
    private static final String THROWABLE = "java/lang/Throwable";

    private final TargetMethod target;
    private final BoundAdvice advice;
    private final Variables variables;
    private final Values values;
    private final TryBlocks tryBlocks = new TryBlocks();
    private final Label bodyStart = new Label();
    private final Label returned = new Label();
    private final int locals;
    private final int stack;

    private MethodInliner(MethodVisitor next, TargetMethod target, BoundAdvice advice, int own) {
        super(Opcodes.ASM9, next);
        this.target = target;
        this.advice = advice;
        this.variables = new Variables(target, advice, own);
        AdviceMethod enter = advice.enter();
        AdviceMethod exit = advice.exit();
        Type token = enter == null ? Type.VOID_TYPE : enter.result(advice.names());
        this.values = new Values(next, target, variables, token);
        if (target.isConstructor() && exit != null && exit.catches()) {
            throw new IllegalStateException("a constructor cannot catch what it throws");
        }
        if (enter != null && enter.replaces() && exit == null) {
            throw new IllegalStateException("what replaces a method needs advice for its end");
        }
        this.locals = variables.free() + Math.max(words(enter), words(exit));
        this.stack = Values.MOST_STACK + Math.max(enter == null ? 0 : enter.stack(), exit == null ? 0 : exit.stack());
    }

    private static int words(@Nullable AdviceMethod advice) {
        return advice == null ? 0 : advice.locals();
    }

    /**
     * What a method has to be visited with, so that it gets that advice.
     *
     * @param advice the outermost first
     * @param locals how many words of local variables the method has
     */
    static MethodVisitor of(MethodVisitor next, TargetMethod target, List<BoundAdvice> advice, int locals) {
        int[] own = new int[advice.size()];
        int words = locals;
        for (int i = own.length - 1; i >= 0; i--) {
            BoundAdvice each = advice.get(i);
            own[i] = words;
            words = new Variables(target, each, words).free() + Math.max(words(each.enter()), words(each.exit()));
        }
        MethodVisitor visitor = next;
        boolean hasEnd = false;
        for (int i = 0; i < own.length; i++) {
            visitor = new MethodInliner(visitor, target, advice.get(i), own[i]);
            hasEnd |= advice.get(i).exit() != null;
        }
        return hasEnd ? new CleanReturns(target, visitor) : visitor;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        AdviceMethod enter = advice.enter();
        if (enter != null) {
            copy(enter, variables.entered(), false);
        }
        variables.copy(mv);
        if (enter != null && enter.replaces()) {
            Label goOn = new Label();
            Type token = enter.result(advice.names());
            mv.visitVarInsn(token.getOpcode(Opcodes.ILOAD), variables.token());
            mv.visitJumpInsn(Variables.inFrame(token) == Opcodes.INTEGER ? Opcodes.IFEQ : Opcodes.IFNULL, goOn);
            storeDefaultResult();
            mv.visitJumpInsn(Opcodes.GOTO, returned);
            mv.visitLabel(goOn);
            place(variables.entered(), Variables.Stage.BODY);
        }
        mv.visitLabel(bodyStart);
    }

    private void copy(AdviceMethod method, Object[] ofMethod, boolean isAtEnd) {
        String descriptor = advice.names().mapMethodDesc(method.descriptor());
        AdviceCopier copier = new AdviceCopier(mv, method, descriptor, variables, values, ofMethod, isAtEnd, tryBlocks);
        Label start = new Label();
        mv.visitLabel(start);
        advice.file()
                .accept(
                        new OneMethod(method, new MethodRemapper(copier, advice.names())),
                        ClassReader.SKIP_DEBUG | ClassReader.EXPAND_FRAMES);
        if (method.isSuppressed()) {
            Label handler = new Label();
            tryBlocks.add(start, handler, handler, THROWABLE);
            mv.visitLabel(handler);
            Variables.Stage stage = isAtEnd ? Variables.Stage.ENDED : Variables.Stage.ENTERING;
            variables.frame(mv, ofMethod, stage, List.of(), THROWABLE);
            mv.visitInsn(Opcodes.POP);
            if (!isAtEnd && variables.token() >= 0) {
                Type token = method.result(advice.names());
                values.loadDefault(token);
                mv.visitVarInsn(token.getOpcode(Opcodes.ISTORE), variables.token());
            }
        }
        mv.visitLabel(copier.end());
        place(ofMethod, isAtEnd ? Variables.Stage.ENDED : Variables.Stage.ENTERED);
    }

    /** A place to which code jumps. What comes next may be one, too, and two frames cannot be about the same instruction. */
    private void place(Object[] ofMethod, Variables.Stage stage) {
        if (target.hasFrames()) {
            variables.frame(mv, ofMethod, stage, List.of());
            mv.visitInsn(Opcodes.NOP);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (advice.exit() == null || opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
            super.visitInsn(opcode);
            return;
        }
        if (opcode != Opcodes.RETURN) {
            super.visitVarInsn(target.result().getOpcode(Opcodes.ISTORE), variables.result());
        }
        if (target.isConstructor() && variables.self() >= 0) {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitVarInsn(Opcodes.ASTORE, variables.self());
        }
        super.visitJumpInsn(Opcodes.GOTO, returned);
    }

    @Override
    public void visitFrame(
            int type, int localCount, @Nullable Object[] given, int stackCount, @Nullable Object[] onStack) {
        if (advice.exit() == null) {
            super.visitFrame(type, localCount, given, stackCount, onStack);
            return;
        }
        Object[] ofMethod = new Object[localCount];
        System.arraycopy(given, 0, ofMethod, 0, localCount);
        Object[] ofStack = new Object[stackCount];
        System.arraycopy(onStack, 0, ofStack, 0, stackCount);
        variables.frame(mv, ofMethod, Variables.Stage.BODY, List.of(), ofStack);
    }

    @Override
    public void visitMaxs(int most, int variableCount) {
        AdviceMethod exit = advice.exit();
        if (exit != null) {
            end(exit);
        }
        tryBlocks.visit(mv);
        super.visitMaxs(Math.max(most, stack), locals);
    }

    private void end(AdviceMethod exit) {
        Object[] unknown = Variables.unknown();
        if (exit.catches()) {
            Label handler = new Label();
            Label ended = new Label();
            tryBlocks.add(bodyStart, handler, handler, THROWABLE);
            mv.visitLabel(handler);
            variables.frame(mv, unknown, Variables.Stage.BODY, List.of(), THROWABLE);
            mv.visitVarInsn(Opcodes.ASTORE, variables.thrown());
            storeDefaultResult();
            mv.visitJumpInsn(Opcodes.GOTO, ended);
            mv.visitLabel(returned);
            variables.frame(mv, unknown, Variables.Stage.RETURNED, List.of());
            mv.visitInsn(Opcodes.ACONST_NULL);
            mv.visitVarInsn(Opcodes.ASTORE, variables.thrown());
            mv.visitLabel(ended);
        } else {
            mv.visitLabel(returned);
        }
        place(unknown, Variables.Stage.ENDED);
        copy(exit, unknown, true);
        if (exit.catches()) {
            Label normally = new Label();
            mv.visitVarInsn(Opcodes.ALOAD, variables.thrown());
            mv.visitJumpInsn(Opcodes.IFNULL, normally);
            mv.visitVarInsn(Opcodes.ALOAD, variables.thrown());
            mv.visitInsn(Opcodes.ATHROW);
            mv.visitLabel(normally);
            variables.frame(mv, unknown, Variables.Stage.ENDED, List.of());
        }
        if (variables.result() >= 0) {
            mv.visitVarInsn(target.result().getOpcode(Opcodes.ILOAD), variables.result());
        }
        mv.visitInsn(target.result().getOpcode(Opcodes.IRETURN));
    }

    private void storeDefaultResult() {
        if (variables.result() >= 0) {
            values.loadDefault(target.result());
            mv.visitVarInsn(target.result().getOpcode(Opcodes.ISTORE), variables.result());
        }
    }

    /** Lets one method of a class through. */
    private static final class OneMethod extends ClassVisitor {
        private final AdviceMethod wanted;
        private final MethodVisitor visitor;

        private OneMethod(AdviceMethod wanted, MethodVisitor visitor) {
            super(Opcodes.ASM9);
            this.wanted = wanted;
            this.visitor = visitor;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return name.equals(wanted.name()) && descriptor.equals(wanted.descriptor()) ? visitor : null;
        }
    }
}
