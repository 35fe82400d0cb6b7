package org.example;

/** Takes any arguments, and works a little. */
public final class AnyTool {
    private AnyTool() {}

    /** See the class. */
    public static void main(String[] arguments) {
        double result = 0;
        for (int i = 0; i < 1_000_000; i++) {
            result += Math.sqrt(i);
        }
        System.out.println(result > 0 ? "done" : "nothing done");
    }
}
