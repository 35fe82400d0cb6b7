package org.example;

/** An ordinary tool. */
public final class Hello {
    private Hello() {}

    /** Prints a line. */
    public static void main(String[] arguments) {
        System.out.println("hello from the tool");
    }
}
