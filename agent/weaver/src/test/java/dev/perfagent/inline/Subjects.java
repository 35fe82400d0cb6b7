package dev.perfagent.inline;

import org.jspecify.annotations.Nullable;

/** Methods that get advice. */
@SuppressWarnings("unused") // called by reflection, and fields are read by advice
public final class Subjects {
    static String shared = "shared";

    /** With a field for subclasses. */
    public static class Parent {
        protected Object inherited = "inherited";
        private String hidden = "hidden";
    }

    /** Its methods end in all ways. */
    public static final class Child extends Parent {
        private long count = 7;
        private final String name;

        /** Leaves early for some names. */
        public Child(String name) {
            super();
            if (name.isEmpty()) {
                this.name = "none";
                return;
            }
            this.name = name;
        }

        public long wide(int a, long b, double c, String d) {
            if (a == 0) {
                return b;
            }
            long sum = b;
            for (int i = 0; i < a; i++) {
                sum += (long) c;
            }
            a = -1;
            b = -1;
            d = "changed";
            return sum + d.length() + count;
        }

        public @Nullable Object maybe(@Nullable Object value) {
            try {
                if (value == null) {
                    throw new IllegalStateException("nothing");
                }
                return value;
            } catch (IllegalStateException own) {
                return "own " + own.getMessage();
            } finally {
                count++;
            }
        }

        public void fails(String why) {
            throw new IllegalArgumentException(why);
        }

        public synchronized double ratio(float part) {
            synchronized (this) {
                return part / 2.0;
            }
        }

        public String name() {
            return name;
        }
    }

    private Subjects() {}

    public static boolean isEven(byte value) {
        return value % 2 == 0;
    }

    public static void nothing() {
        shared = "called";
    }

    /** Its first instruction is a place to which it jumps. */
    public static int loop(int from) {
        do {
            from--;
        } while (from > 0);
        return from;
    }
}
