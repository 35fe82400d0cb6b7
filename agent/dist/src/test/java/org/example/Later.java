package org.example;

/** Loads a class for each of its arguments, first those before {@code --}, as a command, then the others, after it. */
public final class Later {
    private Later() {}

    /** See the class. */
    public static void main(String[] arguments) {
        int end = command(arguments);
        for (int i = end + 1; i < arguments.length; i++) {
            take(arguments[i]);
        }
    }

    private static int command(String[] arguments) {
        int i = 0;
        while (i < arguments.length && !arguments[i].equals("--")) {
            take(arguments[i++]);
        }
        return i;
    }

    private static void take(String step) {
        switch (step) {
            case "first" -> First.work();
            case "second" -> Second.work();
            default -> throw new IllegalArgumentException(step);
        }
    }

    static final class First {
        private First() {}

        static void work() {
            System.out.println("first");
        }
    }

    static final class Second {
        private Second() {}

        static void work() {
            System.out.println("second");
        }
    }
}
