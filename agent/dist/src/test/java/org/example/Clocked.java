package org.example;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Sets the clock on the wall while it works, where {@code wall_clock.c} was preloaded. */
public final class Clocked {
    private Clocked() {}

    /** The file by which the clock is set, what it is set to, and whether to go on until killed. */
    public static void main(String[] arguments) throws Exception {
        work();
        set(arguments[0], Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
        call();
        work();
        if (arguments.length > 3) {
            System.out.println("waiting");
            Thread.sleep(600_000);
        }
    }

    /** At least 100 ms of the clock that nobody sets. */
    static void work() throws InterruptedException {
        Thread.sleep(100);
    }

    /** A phase in which the clock is set. */
    static void set(String file, long aheadNanos, long timesFaster) throws IOException, InterruptedException {
        work();
        write(file, aheadNanos, timesFaster);
        work();
    }

    /** From now on the clock is ahead by that, and by that many nanoseconds more for each one that passes. */
    public static void write(String file, long aheadNanos, long timesFaster) throws IOException {
        try (RandomAccessFile clock = new RandomAccessFile(file, "rw")) {
            clock.write(ByteBuffer.allocate(2 * Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .putLong(aheadNanos)
                    .putLong(timesFaster)
                    .array());
        }
    }

    private static void call() throws IOException, InterruptedException {
        new ProcessBuilder("sleep", "0.1").start().waitFor();
    }
}
