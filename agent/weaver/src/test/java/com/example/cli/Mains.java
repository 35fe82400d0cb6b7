package com.example.cli;

/** Ways to write a main method. */
public final class Mains {
    private Mains() {}

    public static class Standard {
        public static void main(String[] arguments) {
            if (arguments.length > 0) {
                throw new IllegalStateException(arguments[0]);
            }
            main();
        }

        static void main() {}
    }

    public static class Inheriting extends Standard {}

    public static class NoArguments {
        static void main() {}
    }

    public static class Instance {
        @SuppressWarnings("IncorrectMainMethod") // JDK 25 starts it
        void main(String[] arguments) {}
    }

    /** An instance main whose object cannot be made. */
    public static class Unmade {
        private final int parts;

        /** Fails, unless there is such a property. */
        public Unmade() {
            if (System.getProperty("no.such.property") == null) {
                throw new IllegalStateException("unmade");
            }
            parts = 1;
        }

        @SuppressWarnings("IncorrectMainMethod") // JDK 25 starts it
        void main() {
            System.out.println(parts);
        }
    }
}
