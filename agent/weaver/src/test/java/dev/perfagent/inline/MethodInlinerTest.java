package dev.perfagent.inline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

final class MethodInlinerTest {
    private static final String CHILD = Subjects.Child.class.getName();

    @BeforeEach
    void nothingIsSeenYet() {
        Seen.take();
    }

    @Test
    void argumentsAreThoseAtTheBeginningAndPrimitivesAreBoxed() throws Exception {
        Class<?> child = Inlined.copy(Subjects.Child.class, "wide", Advices.Everything.class);

        assertThat(call(child, "wide", 2, 10L, 3.5, "text")).isEqualTo(10 + 6 + 7 + 7L);
        assertThat(Seen.take())
                .containsExactly(
                        "[2, 10, 3.5, text](IJDLjava/lang/String;)J", new Object[] {2, 10L, 3.5, "text"}, CHILD, 30L);
        assertThat(call(child, "wide", 0, 10L, 3.5, "text")).isEqualTo(10L);
        assertThat(Seen.take()).last().isEqualTo(10L);
    }

    @Test
    void aMethodsOwnHandlersAreAskedFirst() throws Exception {
        Class<?> child = Inlined.copy(Subjects.Child.class, "maybe", Advices.Everything.class);

        assertThat(call(child, "maybe", (Object) null)).isEqualTo("own nothing");
        assertThat(call(child, "maybe", 5)).isEqualTo(5);
        assertThat(Seen.take()).contains("own nothing", 5);
    }

    @Test
    void whatIsThrownIsSeenAndThrown() throws Exception {
        Class<?> child = Inlined.copy(Subjects.Child.class, "fails", Advices.Everything.class);

        assertThatThrownBy(() -> call(child, "fails", "why"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("why");
        assertThat(Seen.take()).last().isEqualTo("why");
    }

    @Test
    void staticMethodsHaveNoObject() throws Exception {
        Class<?> subjects = Inlined.copy(Subjects.class, "isEven", Advices.Everything.class);

        assertThat(call(subjects, "isEven", (byte) 4)).isEqualTo(true);
        assertThat(Seen.take()).containsExactly("[4](B)Z", new Object[] {(byte) 4}, null, true);
        assertThat(call(Inlined.copy(Subjects.class, "nothing", Advices.Everything.class), "nothing"))
                .isNull();
        assertThat(Seen.take()).containsExactly("[]()V", new Object[0], null, null);
    }

    @Test
    void locksAndWideResultsAreLeftAsTheyAre() throws Exception {
        Class<?> child = Inlined.copy(Subjects.Child.class, "ratio", Advices.Everything.class);

        assertThat(call(child, "ratio", 3f)).isEqualTo(1.5);
        assertThat(Seen.take()).last().isEqualTo(1.5);
    }

    @Test
    void aConstructorHasItsObjectAtTheEnd() throws Exception {
        Class<?> child = Inlined.copy(Subjects.Child.class, "<init>", Advices.Constructed.class);

        for (String name : new String[] {"", "me", "longer"}) {
            child.getConstructor(String.class).newInstance(name);
        }
        assertThat(Seen.take())
                .containsExactly(
                        "",
                        CHILD + " none inherited",
                        "me",
                        CHILD + " me inherited",
                        null,
                        CHILD + " longer inherited");
        assertThatThrownBy(() -> Inlined.copy(Subjects.Child.class, "<init>", Advices.Everything.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a constructor cannot catch what it throws");
    }

    @Test
    void aLoopMayComeFirst() throws Exception {
        Class<?> subjects = Inlined.copy(Subjects.class, "loop", Advices.Loops.class, Advices.Loops.class);

        assertThat(call(subjects, "loop", 3)).isEqualTo(0);
        assertThat(Seen.take()).containsExactly("enter", "enter", 3, 3);
    }

    @Test
    void argumentsFieldsAndResultsCanBeChanged() throws Exception {
        Class<?> child = Inlined.copy(Subjects.Child.class, "wide", Advices.Changes.class);

        assertThat(call(child, "wide", 9, 10L, 3.5, "text")).isEqualTo((10 + 6 + 7 + 100) * 1000L);
        assertThat(Seen.take()).containsExactly(2);
    }

    @Test
    void aResultIsCastToWhatTheMethodReturns() throws Exception {
        Class<?> child = Inlined.copy(Subjects.Child.class, "maybe", Advices.Casts.class);

        assertThat(call(child, "maybe", "word")).isEqualTo("word!");
        assertThat(Seen.take()).containsExactly(4);
    }

    @Test
    void adviceMayAnswerInsteadOfTheMethod() throws Exception {
        Class<?> child = Inlined.copy(Subjects.Child.class, "maybe", Advices.Instead.class, Advices.Everything.class);

        assertThat(call(child, "maybe", "me")).isEqualTo("instead of me");
        assertThat(Seen.take()).isEmpty();
        assertThat(call(child, "maybe", 5)).isEqualTo(5);
        assertThat(Seen.take()).last().isEqualTo(5);
    }

    @Test
    void whatAdviceThrowsIsDropped() throws Exception {
        Class<?> child = Inlined.copy(Subjects.Child.class, "fails", Advices.Fails.class, Advices.Fails.class);

        assertThatThrownBy(() -> call(child, "fails", "why"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("why");
        assertThat(Seen.take()).containsExactly(0L, "why", 0L, "why");
    }

    @Test
    void aMistakeInAdviceIsFoundWhenItIsInlined() {
        assertThatThrownBy(() -> Inlined.copy(Subjects.Child.class, "wide", Advices.Forbidden.class))
                .hasMessage("advice assigns to a parameter that is read-only");
        assertThatThrownBy(() -> Inlined.copy(Subjects.Child.class, "wide", Advices.Hidden.class))
                .hasMessage("no field hidden in dev/perfagent/inline/Subjects$Child");
        assertThatThrownBy(() -> Inlined.copy(Subjects.Child.class, "maybe", Advices.Half.class))
                .hasMessage("what replaces a method needs advice for its end");
        assertThatThrownBy(() -> Inlined.advice(Advices.Unmarked.class))
                .hasMessage("enter(I)V: no annotation on parameter 0");
    }

    /** Some compilers leave values on the stack where a method returns; javac never does. */
    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_6, Opcodes.V1_7, Opcodes.V11})
    void whatIsLeftOnTheStackDoesNotMatter(int version) throws Exception {
        for (String descriptor : new String[] {"()V", "()I", "()J"}) {
            byte[] woven = Inlined.edit(leftovers(version, descriptor), "run", Advices.Everything.class);
            Object result = call(Inlined.define("com.example.Left", woven), "run");

            assertThat(result == null ? 5 : ((Number) result).intValue()).isEqualTo(5);
            assertThat(Seen.take()).hasSize(4);
        }
    }

    /** Returns at one of three places: with an int and a long on the stack besides the result, an int and a text, or nothing. */
    private static byte[] leftovers(int version, String descriptor) {
        ClassWriter writer = new ClassWriter(
                version < Opcodes.V1_6
                        ? ClassWriter.COMPUTE_MAXS
                        : ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES);
        writer.visit(version, Opcodes.ACC_PUBLIC, "com/example/Left", null, "java/lang/Object", new String[0]);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", descriptor, null, null);
        Label other = new Label();
        Label third = new Label();
        code.visitCode();
        code.visitLdcInsn("kept");
        code.visitVarInsn(Opcodes.ASTORE, 0);
        branch(code, Opcodes.IFEQ, other);
        code.visitInsn(Opcodes.ICONST_1);
        branch(code, Opcodes.IFEQ, third);
        code.visitInsn(Opcodes.LCONST_1);
        returnFive(code, descriptor);
        code.visitLabel(third);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        returnFive(code, descriptor);
        code.visitLabel(other);
        returnFive(code, descriptor);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void branch(MethodVisitor code, int opcode, Label label) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System", "nanoTime", "()J", false);
        code.visitInsn(Opcodes.L2I);
        code.visitJumpInsn(opcode, label);
    }

    private static void returnFive(MethodVisitor code, String descriptor) {
        switch (descriptor.charAt(2)) {
            case 'I' -> {
                code.visitInsn(Opcodes.ICONST_5);
                code.visitInsn(Opcodes.IRETURN);
            }
            case 'J' -> {
                code.visitLdcInsn(5L);
                code.visitInsn(Opcodes.LRETURN);
            }
            default -> code.visitInsn(Opcodes.RETURN);
        }
    }

    private static @Nullable Object call(Class<?> type, String name, @Nullable Object... arguments) throws Exception {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                Object self = type.getName().equals(CHILD)
                        ? type.getConstructor(String.class).newInstance("n")
                        : null;
                try {
                    return method.invoke(self, arguments);
                } catch (InvocationTargetException failure) {
                    throw failure.getCause() instanceof Exception cause ? cause : failure;
                }
            }
        }
        throw new NoSuchMethodException(name);
    }
}
