package dev.perfagent.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes, writes, reads and deletes files of 4 KB, as builds and package caches do. */
final class SmallFilesWork implements Work {
    private static final int FILES = 10;
    private static final int PIECES = 20;
    private static final int BYTES = 4096;

    private final Path folder;
    private final byte[] content = new byte[BYTES];

    SmallFilesWork(Path folder) {
        this.folder = folder;
    }

    @Override
    public SystemMeasure measure() {
        return SystemMeasure.SMALL_FILES;
    }

    @Override
    public double round() throws IOException, InterruptedException {
        return FILES * NANOS_A_SECOND / Pieces.nanos(PIECES, this::files);
    }

    private void files() throws IOException {
        for (int i = 0; i < FILES; i++) {
            Files.write(file(i), content);
        }
        for (int i = 0; i < FILES; i++) {
            Files.readAllBytes(file(i));
        }
        for (int i = 0; i < FILES; i++) {
            Files.delete(file(i));
        }
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < FILES; i++) {
            Files.deleteIfExists(file(i));
        }
    }

    private Path file(int number) {
        return folder.resolve("small-" + number);
    }
}
