package dev.perfagent.inline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The local variables that advice needs in a method. They come behind the method's own, so that its code stays as it is, and
 * before those of the advice's code. A method may use the place of an argument for something else, so what the end needs of the
 * arguments is copied at the beginning.
 */
final class Variables {
    /** A part of a woven method, and which of the variables have values in it. */
    enum Stage {
        /** The advice at the beginning: none. */
        ENTERING,
        /** What that advice returned. */
        ENTERED,
        /** The method's own code: also the copies of arguments. */
        BODY,
        /** After it: also the result. */
        RETURNED,
        /** The advice at the end: also the exception. */
        ENDED
    }

    private static final int NONE = -1;
    private static final Object[] NOTHING = {};
    private static final Type THROWABLE = Type.getObjectType("java/lang/Throwable");

    private final TargetMethod target;
    private final int own;
    private final List<Type> types = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final int[] arguments;
    private int token = NONE;
    private int self = NONE;
    private int result = NONE;
    private int thrown = NONE;
    private int next;

    /**
     * The variables for that advice.
     *
     * @param own how many words of local variables the method itself has
     */
    Variables(TargetMethod target, BoundAdvice advice, int own) {
        this.target = target;
        this.own = own;
        this.next = own;
        Type[] given = target.arguments();
        arguments = new int[given.length];
        Arrays.fill(arguments, NONE);
        AdviceMethod enter = advice.enter();
        AdviceMethod exit = advice.exit();
        if (enter != null && enter.result(advice.names()).getSize() > 0) {
            token = add(enter.result(advice.names()), Stage.ENTERED);
        }
        if (exit != null) {
            copies(exit, given);
            if (target.result().getSize() > 0) {
                result = add(target.result(), Stage.RETURNED);
            }
            if (exit.catches()) {
                thrown = add(THROWABLE, Stage.ENDED);
            }
        }
    }

    private void copies(AdviceMethod exit, Type[] given) {
        for (Binding each : exit.parameters()) {
            boolean isOfObject = each.kind() == Binding.Kind.THIS || each.kind() == Binding.Kind.FIELD;
            if (isOfObject && !target.isStatic() && self == NONE) {
                // Before its superclass's constructor has run, a constructor cannot copy its object.
                self = add(target.type(), target.isConstructor() ? Stage.RETURNED : Stage.BODY);
            }
            for (int i = 0; i < given.length; i++) {
                boolean isAsked = each.kind() == Binding.Kind.ALL_ARGUMENTS
                        || each.kind() == Binding.Kind.ARGUMENT && each.index() == i;
                if (isAsked && arguments[i] == NONE) {
                    arguments[i] = add(given[i], Stage.BODY);
                }
            }
        }
    }

    private int add(Type type, Stage from) {
        int slot = next;
        types.add(type);
        stages.add(from);
        next += type.getSize();
        return slot;
    }

    /** Where the advice's own local variables begin. */
    int free() {
        return next;
    }

    /** Where what the advice at the beginning returned is; -1 for nowhere. */
    int token() {
        return token;
    }

    /** Where the copy of the object is; -1 for nowhere. */
    int self() {
        return self;
    }

    /** Where the copy of that argument is; -1 for nowhere. */
    int argument(int index) {
        return arguments[index];
    }

    /** Where the result is; -1 for nowhere. */
    int result() {
        return result;
    }

    /** Where the exception is; -1 for nowhere. */
    int thrown() {
        return thrown;
    }

    /** Copies what the end needs of the arguments. */
    void copy(MethodVisitor code) {
        if (self != NONE && !target.isConstructor()) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ASTORE, self);
        }
        Type[] given = target.arguments();
        for (int i = 0; i < given.length; i++) {
            if (arguments[i] != NONE) {
                code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), target.slot(i));
                code.visitVarInsn(given[i].getOpcode(Opcodes.ISTORE), arguments[i]);
            }
        }
    }

    /** What the method's own variables contain when it is entered, as frames of ASM have it. */
    Object[] entered() {
        List<Object> all = new ArrayList<>();
        if (!target.isStatic()) {
            all.add(target.isConstructor() ? Opcodes.UNINITIALIZED_THIS : target.owner());
        }
        for (Type each : target.arguments()) {
            all.add(inFrame(each));
        }
        return all.toArray();
    }

    /** Says that all of the method's own variables may be anything. */
    static Object[] unknown() {
        return NOTHING;
    }

    /**
     * Says what is where at this place, which is a target of jumps.
     *
     * @param ofMethod what the method's own variables contain
     * @param ofAdvice what the variables of the advice's code contain
     */
    void frame(MethodVisitor code, Object[] ofMethod, Stage stage, List<Object> ofAdvice, Object... stack) {
        if (!target.hasFrames()) {
            return;
        }
        List<Object> all = new ArrayList<>();
        int words = 0;
        for (Object each : ofMethod) {
            all.add(each);
            words += each == Opcodes.LONG || each == Opcodes.DOUBLE ? 2 : 1;
        }
        addTops(all, own - words);
        for (int i = 0; i < types.size(); i++) {
            if (stages.get(i).compareTo(stage) <= 0) {
                all.add(inFrame(types.get(i)));
            } else {
                addTops(all, types.get(i).getSize());
            }
        }
        all.addAll(ofAdvice);
        while (!all.isEmpty() && all.get(all.size() - 1) == Opcodes.TOP) {
            all.remove(all.size() - 1);
        }
        code.visitFrame(Opcodes.F_NEW, all.size(), all.toArray(), stack.length, stack);
    }

    private static void addTops(List<Object> all, int count) {
        for (int i = 0; i < count; i++) {
            all.add(Opcodes.TOP);
        }
    }

    static Object inFrame(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> Opcodes.INTEGER;
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> type.getInternalName();
        };
    }
}
