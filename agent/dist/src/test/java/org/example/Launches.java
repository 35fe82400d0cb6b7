package org.example;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;

/** Main classes that begin or end in an unusual way. */
public final class Launches {
    private Launches() {}

    /** Has the main method that others inherit. */
    public static class Base {
        /** Ends well, or as asked. */
        public static void main(String[] arguments) {
            if (arguments.length > 0) {
                throw new IllegalStateException(arguments[0]);
            }
        }
    }

    /** Between the two. */
    public static class Middle extends Base {}

    /** Inherits its main method. */
    public static final class Inheriting extends Middle {}

    /** Cannot be initialised. */
    public static final class BrokenInitialiser {
        static {
            fail();
        }

        private static void fail() {
            throw new NoClassDefFoundError("org/example/Missing");
        }

        /** Is never called. */
        public static void main(String[] arguments) {}
    }

    /** Has no main method. */
    public static final class NoMain {}

    /** An exception that nobody can ask. */
    public static final class Unspeakable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String how;

        Unspeakable(String how) {
            this.how = how;
        }

        @Override
        public String getMessage() {
            switch (how) {
                case "error" -> throw new NoClassDefFoundError("org/example/Missing");
                case "recursion" -> {
                    return getMessage() + how;
                }
                case "stuck" -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException interrupted) {
                        return how;
                    }
                    return how;
                }
                default -> {
                    return "said: " + how;
                }
            }
        }

        /** So that the JVM's own report of it does not ask either. */
        @Override
        public String toString() {
            return "unspeakable";
        }
    }

    /** Ends with such an exception. */
    public static final class Throwing {
        /** Throws it. */
        @SuppressWarnings("DoNotCallSuggester") // the JVM is to call it
        public static void main(String[] arguments) {
            throw new Unspeakable(arguments[0]);
        }
    }

    /** Its shutdown hook halts the process with another code. */
    public static final class HookHalts {
        /** Takes the code to exit with, and that to halt with. */
        public static void main(String[] arguments) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(Integer.parseInt(arguments[1]))));
            int code = Integer.parseInt(arguments[0]);
            if (code != 0) {
                System.exit(code);
            }
        }
    }

    /** Halts on eight threads at once. */
    public static final class HaltRace {
        private static final int THREADS = 8;

        /** Each with a code of its own. */
        public static void main(String[] arguments) {
            CyclicBarrier barrier = new CyclicBarrier(THREADS);
            for (int i = 0; i < THREADS; i++) {
                int code = i + 20;
                new Thread(() -> {
                            try {
                                barrier.await();
                            } catch (Exception broken) {
                                throw new IllegalStateException(broken);
                            }
                            Runtime.getRuntime().halt(code);
                        })
                        .start();
            }
        }
    }

    /** Hands half a character to whoever reads its message. */
    public static final class HalfCharacter {
        /** Throws it. */
        @SuppressWarnings("DoNotCallSuggester") // the JVM is to call it
        public static void main(String[] arguments) {
            throw new IllegalStateException(
                    "half \ud83d of it, " + "x".repeat(475) + "\ud83d\ude00\ud83d\ude00\ud83d\ude00");
        }
    }
}
