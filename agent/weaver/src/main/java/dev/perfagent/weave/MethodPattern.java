package dev.perfagent.weave;

import dev.perfagent.plan.NamePattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** A method of a rule: its name, maybe with the types of its parameters, such as {@code fetch*(String, int[])}. */
final class MethodPattern {
    /** How javac and kotlinc name the methods that hold the bodies of lambdas: with the name of the method around them. */
    private static final String LAMBDA = "lambda$";

    private final NamePattern name;
    private final boolean isOfConstructors;
    private final boolean isOfLambdas;
    private final @Nullable NamePattern @Nullable [] parameters;

    /** Of that text, which was checked when the configuration was read. */
    MethodPattern(String text) {
        int parenthesis = text.indexOf('(');
        String given = parenthesis < 0 ? text : text.substring(0, parenthesis).strip();
        name = new NamePattern(given);
        isOfConstructors = given.equals("<init>");
        isOfLambdas = given.contains(LAMBDA);
        parameters = parenthesis < 0 ? null : types(text.substring(parenthesis + 1, text.length() - 1));
    }

    /** The simple name of a type and its full one both fit: a pattern for each, in turn. */
    private static @Nullable NamePattern[] types(String text) {
        if (text.isBlank()) {
            return new NamePattern[0];
        }
        String[] given = text.split(",", -1);
        NamePattern[] types = new NamePattern[2 * given.length];
        for (int i = 0; i < given.length; i++) {
            String type = given[i].strip().replace("...", "[]");
            types[2 * i] = new NamePattern(type);
            types[2 * i + 1] = new NamePattern("**.".concat(type));
        }
        return types;
    }

    /** Whether it asks for constructors, which no other pattern is about. */
    boolean isOfConstructors() {
        return isOfConstructors;
    }

    /** Whether it is about that method. */
    boolean matches(MethodShape method) {
        return name.matches(method.name())
                && (!method.isLambdaBody() || isOfLambdas)
                && (parameters == null || hasParameters(Type.getArgumentTypes(method.descriptor())));
    }

    private boolean hasParameters(Type[] actual) {
        @Nullable NamePattern[] wanted = parameters;
        if (wanted == null || wanted.length != 2 * actual.length) {
            return false;
        }
        for (int i = 0; i < actual.length; i++) {
            String type = internalName(actual[i]);
            if (!wanted[2 * i].matches(type) && !wanted[2 * i + 1].matches(type)) {
                return false;
            }
        }
        return true;
    }

    private static String internalName(Type type) {
        return type.getClassName().replace('.', '/');
    }
}
