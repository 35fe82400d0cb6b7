package org.example;

/** Ends in the way its first argument names. */
public final class Endings {
    private Endings() {}

    /** See the class. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("started");
        switch (arguments[0]) {
            case "return" -> System.out.println("returning");
            case "exit" -> System.exit(Integer.parseInt(arguments[1]));
            case "halt" -> Runtime.getRuntime().halt(Integer.parseInt(arguments[1]));
            case "throw" -> throw new IllegalStateException("ended by an exception");
            case "wait" -> new java.util.concurrent.CountDownLatch(1).await();
            case "thread" -> {
                Thread worker = new Thread(() -> System.out.println("worker done"), "worker");
                worker.start();
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
