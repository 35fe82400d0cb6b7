package dev.perfagent.inline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads from a class file of advice which methods it has, and what their parameters stand for. */
final class AdviceReader extends ClassVisitor {
    private static final String ENTER = Type.getDescriptor(Advice.OnMethodEnter.class);
    private static final String EXIT = Type.getDescriptor(Advice.OnMethodExit.class);
    private static final String PREFIX =
            "L".concat(Advice.class.getName().replace('.', '/')).concat("$");

    private final Map<String, Binding> others;
    private @Nullable AdviceMethod enter;
    private @Nullable AdviceMethod exit;

    /** @param others what parameters with further annotations stand for, by the annotation's descriptor */
    AdviceReader(Map<String, Binding> others) {
        super(Opcodes.ASM9);
        this.others = others;
    }

    /** The method for the beginning. */
    @Nullable
    AdviceMethod enter() {
        return enter;
    }

    /** The method for the end. */
    @Nullable
    AdviceMethod exit() {
        return exit;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new OfMethod(name, descriptor);
    }

    private final class OfMethod extends MethodVisitor {
        private final String name;
        private final String descriptor;
        private final @Nullable Binding[] parameters;
        private @Nullable Values when;
        private boolean isAtEnd;
        private int stack;
        private int locals;

        private OfMethod(String name, String descriptor) {
            super(Opcodes.ASM9);
            this.name = name;
            this.descriptor = descriptor;
            this.parameters = new Binding[Type.getArgumentTypes(descriptor).length];
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            if (annotation.equals(ENTER) || annotation.equals(EXIT)) {
                isAtEnd = annotation.equals(EXIT);
                when = new Values();
                return when;
            }
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitParameterAnnotation(int index, String annotation, boolean visible) {
            if (!annotation.startsWith(PREFIX)) {
                parameters[index] = others.get(annotation);
                return null;
            }
            String kind = annotation.substring(PREFIX.length(), annotation.length() - 1);
            return new Values() {
                @Override
                public void visitEnd() {
                    parameters[index] = binding(kind);
                }
            };
        }

        @Override
        public void visitMaxs(int most, int variables) {
            stack = most;
            locals = variables;
        }

        @Override
        public void visitEnd() {
            Values found = when;
            if (found == null) {
                return;
            }
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] == null) {
                    throw new IllegalStateException(
                            name.concat(descriptor).concat(": no annotation on parameter ") + i);
                }
            }
            AdviceMethod method = new AdviceMethod(
                    name,
                    descriptor,
                    List.of(parameters),
                    found.suppress,
                    found.catches,
                    found.replaces,
                    stack,
                    locals);
            if (isAtEnd) {
                exit = method;
            } else {
                enter = method;
            }
        }
    }

    /** What is written in one of the annotations of {@link Advice}. */
    private static class Values extends AnnotationVisitor {
        boolean suppress;
        boolean catches;
        boolean replaces;
        private int index;
        private String field = "";
        private boolean isReadOnly = true;

        Values() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(String name, Object value) {
            switch (name) {
                case "suppress" -> suppress = (Boolean) value;
                case "onThrowable" -> catches = (Boolean) value;
                case "skipOnNonDefault" -> replaces = (Boolean) value;
                case "readOnly" -> isReadOnly = (Boolean) value;
                default -> {
                    if (value instanceof Integer number) {
                        index = number;
                    } else {
                        field = (String) value;
                    }
                }
            }
        }

        final Binding binding(String annotation) {
            return switch (annotation) {
                case "Argument" -> new Binding(Binding.Kind.ARGUMENT, index, "", isReadOnly);
                case "AllArguments" -> Binding.of(Binding.Kind.ALL_ARGUMENTS);
                case "This" -> Binding.of(Binding.Kind.THIS);
                case "FieldValue" -> new Binding(Binding.Kind.FIELD, 0, field, isReadOnly);
                case "Return" -> new Binding(Binding.Kind.RETURN, 0, "", isReadOnly);
                case "Thrown" -> Binding.of(Binding.Kind.THROWN);
                case "Enter" -> Binding.of(Binding.Kind.ENTER);
                case "Descriptor" -> Binding.of(Binding.Kind.DESCRIPTOR);
                default -> throw new IllegalStateException(annotation);
            };
        }
    }
}
