package org.example;

/** Spends its time in two methods. */
public final class Chores {
    private Chores() {}

    /** See the class. */
    public static void main(String[] arguments) throws InterruptedException {
        Shop.buy();
        wash();
        System.out.println("done");
    }

    private static void wash() throws InterruptedException {
        Thread.sleep(300);
    }

    /** A class inside another. */
    private static final class Shop {
        private static void buy() throws InterruptedException {
            Thread.sleep(300);
        }
    }
}
