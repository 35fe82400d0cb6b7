package org.example;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.util.List;

/** Takes the steps that its arguments name, each of which a rule can be about. */
public final class Steps {
    private Steps() {}

    /** What a rule may go by. */
    @Retention(RetentionPolicy.CLASS)
    @interface Timed {}

    /** What a rule may go by. */
    interface Shape {
        void draw();
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        for (String step : arguments) {
            take(step);
        }
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // so that a test sees the stack trace
    private static void take(String step) throws IOException {
        switch (step) {
            case "wildcard" -> {
                Loader.loadIssues();
                Loader.loadLabels();
                Loader.other();
            }
            case "annotation" -> annotated();
            case "interface" -> new Square().draw();
            case "nested" -> outer();
            case "recursion" -> recursive(5);
            case "short" -> shortStep();
            case "caught" -> {
                try {
                    failing();
                } catch (IllegalStateException expected) {
                    expected.printStackTrace();
                }
            }
            case "uncaught" -> failing();
            case "values" -> {
                System.out.println(title(List.of("one", "two", "three"), 42));
            }
            case "export" -> export();
            case "clean" -> clean();
            case "broken" -> {
                try {
                    broken();
                } catch (IllegalStateException expected) {
                    System.out.println("broken");
                }
            }
            default -> fetch(step);
        }
        System.out.println("took " + step);
    }

    /** Of a class that a pattern may name. */
    static final class Loader {
        private Loader() {}

        static void loadIssues() {
            spin();
        }

        static void loadLabels() {
            spin();
        }

        static void other() {
            spin();
        }
    }

    static final class Square implements Shape {
        @Override
        public void draw() {
            spin();
        }
    }

    @Timed
    private static void annotated() {
        spin();
    }

    private static void outer() {
        spin();
        inner();
        inner();
    }

    private static void inner() {
        spin();
    }

    private static void recursive(int depth) {
        spin();
        if (depth > 1) {
            recursive(depth - 1);
        }
    }

    private static void shortStep() {
        System.out.println("short");
    }

    private static void failing() {
        throw new IllegalStateException("on purpose", new IOException("the cause"));
    }

    private static String title(List<String> items, int number) {
        return items.size() + " items and " + number;
    }

    private static void export() {
        inner();
        inner();
    }

    private static int clean() {
        Loader.loadIssues();
        return 3;
    }

    private static void broken() {
        inner();
        failing();
    }

    /** Two requests to the address, one after the other. */
    private static void fetch(String address) throws IOException {
        for (int i = 0; i < 2; i++) {
            try (InputStream body = URI.create(address).toURL().openStream()) {
                System.out.println(body.readAllBytes().length);
            }
        }
    }

    /** Uses 5 ms up. */
    private static void spin() {
        long end = System.nanoTime() + 5_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
