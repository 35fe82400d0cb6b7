package dev.perfagent.inline;

import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Remapper;

/**
 * A method of a class of advice.
 *
 * @param parameters what each of its parameters stands for
 * @param isSuppressed whether its exceptions are caught
 * @param catches for the end: whether it runs also after an exception
 * @param replaces for the beginning: whether what it returns can replace the method's own code
 * @param stack the most words that its code has on the stack
 * @param locals its local variables, in words, parameters included
 */
record AdviceMethod(
        String name,
        String descriptor,
        List<Binding> parameters,
        boolean isSuppressed,
        boolean catches,
        boolean replaces,
        int stack,
        int locals) {
    /** What it returns, with the type's name in the application. */
    Type result(Remapper names) {
        return Type.getReturnType(names.mapMethodDesc(descriptor));
    }
}
