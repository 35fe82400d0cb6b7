package dev.perfagent.inline;

/**
 * What a parameter of advice stands for.
 *
 * @param index of an argument, from 0; also a number
 * @param name of a field; empty for all other kinds
 * @param isReadOnly whether an assignment to the parameter is a mistake in the advice
 */
public record Binding(Kind kind, int index, String name, boolean isReadOnly) {
    /** See the annotations in {@link Advice}. */
    enum Kind {
        ARGUMENT,
        ALL_ARGUMENTS,
        THIS,
        FIELD,
        RETURN,
        THROWN,
        ENTER,
        DESCRIPTOR,
        NUMBER,
        NOTHING
    }

    /** That number, in each method. */
    public static Binding number(int number) {
        return new Binding(Kind.NUMBER, number, "", true);
    }

    /** The argument of that index, from 0. */
    public static Binding argument(int index) {
        return new Binding(Kind.ARGUMENT, index, "", true);
    }

    /** The field of that name. */
    public static Binding field(String name) {
        return new Binding(Kind.FIELD, 0, name, true);
    }

    /** Null. */
    public static Binding nothing() {
        return of(Kind.NOTHING);
    }

    static Binding of(Kind kind) {
        return new Binding(kind, 0, "", true);
    }
}
