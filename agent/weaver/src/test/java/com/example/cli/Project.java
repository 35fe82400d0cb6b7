package com.example.cli;

import java.util.List;
import java.util.function.Supplier;

/** Methods of every sort. */
public final class Project {
    private int count;

    public Project() {}

    public static List<String> tasks(int limit) {
        return List.of("one", "two", "three").subList(0, limit);
    }

    public static long total(long first, String name, double second) {
        return first + (long) second + name.length();
    }

    public static void nothing() {}

    public static int fail(String why) {
        throw new IllegalArgumentException(why);
    }

    public static int factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }

    public static synchronized <T extends Comparable<T>> T largest(List<? extends T> values) {
        T best = values.get(0);
        for (T value : values) {
            if (value.compareTo(best) > 0) {
                best = value;
            }
        }
        return best;
    }

    public static String lambda() {
        Supplier<String> text = () -> "lambda".toUpperCase(java.util.Locale.ROOT);
        return text.get();
    }

    /** A parameter assigned anew, and a catch that must stay the application's. */
    public static String reassigned(Object value, int times) {
        for (int i = 0; i < times; i++) {
            try {
                value = value + "!";
                if (i == 1) {
                    throw new IllegalStateException("inside");
                }
            } catch (IllegalStateException inside) {
                value = value + inside.getMessage();
            } finally {
                times--;
            }
        }
        return value.toString();
    }

    @Timed
    public static String annotated() {
        return "annotated";
    }

    public static int instance() {
        Project project = new Project();
        project.count++;
        return project.hashCode() + project.increment();
    }

    int increment() {
        return ++count;
    }

    @Override
    public int hashCode() {
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Project that && that.count == count;
    }

    @Timed
    public static final class Nested {
        private Nested() {}

        public static String inside() {
            return "inside";
        }
    }
}
