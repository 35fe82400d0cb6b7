package org.example;

/** Waits until it is the only one in its thread group, whose threads it interrupts first. */
public final class Alone {
    private Alone() {}

    public static void main(String[] args) throws InterruptedException {
        Thread.currentThread().getThreadGroup().interrupt();
        Thread.interrupted();
        while (Thread.activeCount() > 1) {
            Thread.sleep(1);
        }
        System.out.println("alone");
    }
}
