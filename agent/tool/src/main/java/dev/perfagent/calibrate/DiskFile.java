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
    private static final int MB = PIECE / (1024 * 1024);
    private static final int READ_PIECES = 16;
    private static final int WRITTEN_AT_ONCE = 4;
    private static final int WRITES = 4;

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
            public double round() throws IOException, InterruptedException {
                return WRITTEN_AT_ONCE * MB * NANOS_A_SECOND / Pieces.nanos(WRITES, DiskFile.this::write);
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
            public double round() throws IOException, InterruptedException {
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

    private void write() throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int i = 0; i < WRITTEN_AT_ONCE; i++) {
                buffer.position(0).limit(PIECE);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            channel.force(true);
        }
    }

    private double read() throws IOException, InterruptedException {
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

    private double read(OpenOption... options) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(file, options)) {
            return MB * Work.NANOS_A_SECOND / Pieces.nanos(READ_PIECES, () -> read(channel));
        }
    }

    private void read(FileChannel channel) throws IOException {
        if (channel.position() == channel.size()) {
            channel.position(0);
        }
        buffer.position(0).limit(PIECE);
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = channel.read(buffer);
        }
    }
}
