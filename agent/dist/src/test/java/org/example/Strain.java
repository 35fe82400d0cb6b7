package org.example;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs out of stack or heap, and goes on. */
public final class Strain {
    private static @Nullable List<byte[]> kept;

    private Strain() {}

    /** See the class. */
    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case "stack" -> stack();
            case "heap" -> heap(Long.parseLong(arguments[1]));
            case "heap-kept" -> {
                System.out.println("full"); // now: later there may be no room left for it
                kept = new ArrayList<>();
                fill(kept);
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void stack() {
        for (int i = 0; i < 3; i++) {
            try {
                dig(0);
            } catch (StackOverflowError deep) {
                System.out.println("too deep");
            }
        }
        System.out.println("went on, " + shallow());
    }

    private static int shallow() {
        return digTo(5);
    }

    private static int digTo(int depth) {
        return depth == 0 ? 0 : 1 + digTo(depth - 1);
    }

    @SuppressWarnings("InfiniteRecursion") // that is the point
    private static int dig(int depth) {
        return dig(depth + 1) + 1;
    }

    /** Keeps the heap full that long, milliseconds. */
    private static void heap(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        List<byte[]> blocks = new ArrayList<>(1 << 20);
        while (System.nanoTime() < end) {
            fill(blocks);
        }
        blocks.clear();
        System.out.println("went on");
    }

    /** Until not even a small block fits. */
    private static void fill(List<byte[]> blocks) {
        for (int size = 1 << 20; size > 64; size /= 2) {
            try {
                while (true) {
                    blocks.add(new byte[size]);
                }
            } catch (OutOfMemoryError full) {
                // Smaller ones may.
            }
        }
    }
}
