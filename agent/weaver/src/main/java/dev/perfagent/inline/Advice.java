package dev.perfagent.inline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what a class of advice consists of: at most one static method whose code is copied to the beginning of a method, and at
 * most one for its end. Their parameters stand for something of the method into which they are copied. Where the types differ, a
 * value is cast, or boxed, on the way. Parameters are only read, except where one is declared as not read-only: an assignment to
 * such a one changes what it stands for.
 *
 * <p>A class of advice is never loaded in the application. Its code can use what the application's class can see, and nothing of
 * its own class: no other method, no field, no lambda.
 */
public final class Advice {
    private Advice() {}

    /** The method whose code runs first. What it returns is kept for the end, see {@link Enter}. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    public @interface OnMethodEnter {
        /** Whether an exception of the code is caught and dropped; it then returns null or 0. */
        boolean suppress() default false;

        /** Whether the method's own code is left out if the advice returns something else than null or 0. */
        boolean skipOnNonDefault() default false;
    }

    /** The method whose code runs when the method returns. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    public @interface OnMethodExit {
        /** Whether it runs also when the method throws something, which is not possible in a constructor. */
        boolean onThrowable() default false;

        /** Whether an exception of the code is caught and dropped. */
        boolean suppress() default false;
    }

    /** The argument of that index, from 0. At the end it is what it was after the advice at the beginning. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PARAMETER)
    public @interface Argument {
        int value();

        /** Whether the advice does not change it. */
        boolean readOnly() default true;
    }

    /** All arguments, in a new array. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PARAMETER)
    public @interface AllArguments {}

    /** The object; null in a static method. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PARAMETER)
    public @interface This {}

    /** The field of that name, of the class or of a superclass. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PARAMETER)
    public @interface FieldValue {
        String value();

        /** Whether the advice does not change it. */
        boolean readOnly() default true;
    }

    /** At the end: what the method returns; null or 0 when it threw something or returns nothing. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PARAMETER)
    public @interface Return {
        /** Whether the advice does not change it. */
        boolean readOnly() default true;
    }

    /** At the end: what the method threw, else null. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PARAMETER)
    public @interface Thrown {}

    /** At the end: what the advice at the beginning returned. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PARAMETER)
    public @interface Enter {}

    /** The method's descriptor, a {@code String}. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PARAMETER)
    public @interface Descriptor {}
}
