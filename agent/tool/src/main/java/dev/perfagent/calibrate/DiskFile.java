package dev.perfagent.calibrate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** One file that is written to the disk and read from it. */
final class DiskFile {
    private static final int PIECE = 1024 * 1024;
    private static final int PIECES = 16;

    /** Of memory pages and blocks; direct reading needs buffers that begin at a multiple of it. */
    private static final int ALIGNMENT = 4096;

    private final Path file;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(PIECE + ALIGNMENT).alignedSlice(ALIGNMENT);
    private boolean pastTheCache = true;

    DiskFile(Path folder) {
        file = folder.resolve("file");
        byte[] noise = new byte[PIECE]; // a disk that compresses must not win by it
        new Random(1).nextBytes(noise);
        buffer.clear().limit(PIECE);
        buffer.put(noise);
    }

    Work writing() {
        return new Work() {
            @Override
            public SystemMeasure measure() {
                return SystemMeasure.DISK_WRITE;
            }

            @Override
            public double round() throws IOException {
                return write();
            }
        };
    }

    Work reading() {
        return new Work() {
            @Override
            public SystemMeasure measure() {
                return SystemMeasure.DISK_READ;
            }

            @Override
            public double round() throws IOException {
                return read();
            }

            @Override
            public String note() {
                return pastTheCache ? "" : "from the cache in memory, because this disk cannot be read past it";
            }

            @Override
            public void close() throws IOException {
                Files.deleteIfExists(file);
            }
        };
    }

    private double write() throws IOException {
        long start = System.nanoTime();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int i = 0; i < PIECES; i++) {
                buffer.position(0).limit(PIECE);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            channel.force(true);
        }
        return perSecond(start);
    }

    private double read() throws IOException {
        if (pastTheCache) {
            try {
                return read(StandardOpenOption.READ, direct());
            } catch (IOException | ReflectiveOperationException | UnsupportedOperationException inMemory) {
                pastTheCache = false;
            }
        }
        return read(StandardOpenOption.READ);
    }

    /** By its name, because the compilers of some JDKs warn of the class, which no option silences. */
    private static OpenOption direct() throws ReflectiveOperationException {
        return (OpenOption) Class.forName("com.sun.nio.file.ExtendedOpenOption")
                .getField("DIRECT")
                .get(null);
    }

    private double read(OpenOption... options) throws IOException {
        long start = System.nanoTime();
        try (FileChannel channel = FileChannel.open(file, options)) {
            int count = 0;
            for (int i = 0; i < PIECES && count >= 0; i++) {
                buffer.position(0).limit(PIECE);
                while (buffer.hasRemaining() && count >= 0) {
                    count = channel.read(buffer);
                }
            }
        }
        return perSecond(start);
    }

    private static double perSecond(long start) {
        return PIECES * PIECE / Work.BYTES_A_MB * Work.NANOS_A_SECOND / (System.nanoTime() - start);
    }
}
