package dev.perfagent.inline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Advice of the tests. */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"}) // an assignment changes what the parameter stands for
final class Advices {
    private Advices() {}

    /** Reads all there is, with code that branches, catches and has variables of its own. */
    static final class Everything {
        @Advice.OnMethodEnter(suppress = true)
        static @Nullable Object enter(@Advice.AllArguments Object[] arguments, @Advice.Descriptor String descriptor) {
            long words = 0;
            double half = 0.5;
            for (int i = 0; i < arguments.length; i++) {
                words += arguments[i] == null ? 0 : 1;
            }
            if (words == arguments.length && half > 1) {
                return null;
            }
            String text = null;
            try {
                text = Arrays.toString(arguments);
            } catch (RuntimeException unprintable) {
                text = "?";
            }
            return text.concat(descriptor);
        }

        @Advice.OnMethodExit(onThrowable = true, suppress = true)
        static void exit(
                @Advice.This @Nullable Object self,
                @Advice.Enter @Nullable Object token,
                @Advice.AllArguments Object[] arguments,
                @Advice.Return @Nullable Object result,
                @Advice.Thrown @Nullable Throwable thrown) {
            String what = null;
            if (thrown != null) {
                try {
                    what = thrown.getMessage();
                } catch (RuntimeException unreadable) {
                    what = null;
                }
            }
            for (int i = 0; i < arguments.length; i++) {
                long ignored = i;
                if (ignored > 5) {
                    break;
                }
            }
            Seen.add(token);
            Seen.add(arguments);
            Seen.add(self == null ? null : self.getClass().getName());
            Seen.add(thrown == null ? result : what);
        }
    }

    /** The same for constructors, which cannot catch. */
    static final class Constructed {
        @Advice.OnMethodEnter(suppress = true)
        static Object enter(@Advice.Argument(0) String name) {
            if (name.length() > 3) {
                throw new IllegalStateException();
            }
            return name;
        }

        @Advice.OnMethodExit(suppress = true)
        static void exit(
                @Advice.This Object self,
                @Advice.Enter @Nullable Object token,
                @Advice.FieldValue("name") String name,
                @Advice.FieldValue("inherited") Object inherited) {
            Seen.add(token);
            Seen.add(self.getClass().getName() + " " + name + " " + inherited);
        }
    }

    /** Begins with a loop, so that its first instruction is jumped to. */
    static final class Loops {
        @Advice.OnMethodEnter
        static int enter() {
            do {
                Seen.add("enter");
            } while (System.nanoTime() == 0);
            return 3;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Enter int token) {
            do {
                Seen.add(token);
            } while (System.nanoTime() == 0);
        }
    }

    /** Changes what it may. */
    static final class Changes {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(value = 0, readOnly = false) int first,
                @Advice.FieldValue(value = "count", readOnly = false) long count) {
            first = 2;
            count = 100;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) int first, @Advice.Return(readOnly = false) long result) {
            Seen.add(first);
            result = result * 1000;
        }
    }

    /** Casts what it hands over, and replaces an exception's result. */
    static final class Casts {
        @Advice.OnMethodExit(onThrowable = true)
        static void exit(
                @Advice.Argument(0) CharSequence text, @Advice.Return(readOnly = false) @Nullable Object result) {
            Seen.add(text.length());
            result = text.toString() + "!";
        }
    }

    /** Answers instead of the method. */
    static final class Instead {
        @Advice.OnMethodEnter(skipOnNonDefault = true)
        static @Nullable String enter(@Advice.Argument(0) @Nullable Object value) {
            return value instanceof String text ? text : null;
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Enter @Nullable String instead, @Advice.Return(readOnly = false) @Nullable Object result) {
            if (instead != null) {
                result = "instead of " + instead;
            }
        }
    }

    /** Fails, at the beginning and at the end. */
    static final class Fails {
        @Advice.OnMethodEnter(suppress = true)
        static long enter() {
            throw new IllegalStateException("ours");
        }

        @Advice.OnMethodExit(onThrowable = true, suppress = true)
        static void exit(@Advice.Enter long token, @Advice.Thrown @Nullable Throwable thrown) {
            Seen.add(token);
            Seen.add(thrown == null ? null : thrown.getMessage());
            throw new IllegalStateException("ours");
        }
    }

    /** Answers instead of the method, and has nothing to put the answer into its result. */
    static final class Half {
        @Advice.OnMethodEnter(skipOnNonDefault = true)
        static Object enter(@Advice.Argument(0) Object value) {
            return value;
        }
    }

    /** Assigns to what is read-only. */
    static final class Forbidden {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) int first) {
            first = 1;
        }
    }

    /** Asks for a field that is a superclass's own. */
    static final class Hidden {
        @Advice.OnMethodEnter
        static void enter(@Advice.FieldValue("hidden") Object field) {
            Seen.add(field);
        }
    }

    /** Has a parameter that stands for nothing. */
    static final class Unmarked {
        @Advice.OnMethodEnter
        static void enter(int unmarked) {
            Seen.add(unmarked);
        }
    }
}
