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
}
