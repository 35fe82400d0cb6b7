package dev.perfagent.history;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of a day: the runs of one host, a line each; as it was written, or compressed by gzip. Or the line that a start marker
 * would become.
 *
 * @param size in bytes
 * @param line in place of the file's content; null for that
 */
@SuppressWarnings("ArrayRecordComponent") // nobody else has the array
record RunFile(Path path, long size, byte @Nullable [] line) {
    private static final String PLAIN = ".ndjson";
    private static final String COMPRESSED = ".ndjson.gz";

    /** Small enough that the last one does not keep the others waiting. */
    private static final long CHUNK_BYTES = 8 * 1024 * 1024;

    /** Half a dozen runs: few of the newest are wanted, and to parse one takes a JVM that has just started a millisecond. */
    private static final long NEWEST_CHUNK_BYTES = 16 * 1024;

    /** Each is twice as large as the one behind it, up to that: of those that have only old runs, the first line is read. */
    private static final long LARGEST_NEWEST_CHUNK_BYTES = 4 * 1024 * 1024;

    private static final Duration APPEND_TAKES = Duration.ofSeconds(10);

    /** A part of it: the lines that begin from one position until before another. */
    record Chunk(RunFile file, long from, long to) {
        /** Its size when the folder was listed. */
        long bytes() {
            return Math.min(to, file.size()) - from;
        }
    }

    /** The files of a folder by name; what is hidden is somebody else's. */
    static List<RunFile> in(Path folder) throws IOException {
        List<RunFile> files = new ArrayList<>();
        for (Path path : FolderListing.of(folder, "[!._]*{" + PLAIN + "," + COMPRESSED + "}")) {
            files.add(new RunFile(path, Files.isRegularFile(path) ? Files.size(path) : 0, null));
        }
        return files;
    }

    /** The run of a marker as it would be stored, or just is, in that file. */
    static RunFile of(StoredMarker marker, Path file) {
        byte[] line = (marker.killedRun() + "\n").getBytes(StandardCharsets.UTF_8);
        return new RunFile(file, line.length, line);
    }

    Chunk whole() {
        return new Chunk(this, 0, Long.MAX_VALUE);
    }

    /** Parts that can be read at the same time; the last one takes what is appended meanwhile. */
    List<Chunk> chunks() {
        List<Chunk> chunks = new ArrayList<>();
        long from = 0;
        while (!isCompressed() && size - from > CHUNK_BYTES) {
            chunks.add(new Chunk(this, from, from + CHUNK_BYTES));
            from += CHUNK_BYTES;
        }
        chunks.add(new Chunk(this, from, Long.MAX_VALUE));
        return chunks;
    }

    /** Parts from the end on, where the newest runs are; the first ones are small. */
    List<Chunk> newestChunks() {
        if (isCompressed()) {
            return List.of(whole());
        }
        List<Chunk> chunks = new ArrayList<>();
        long to = size;
        long bytes = NEWEST_CHUNK_BYTES;
        while (to > 0 || chunks.isEmpty()) {
            long from = Math.max(0, to - bytes);
            chunks.add(new Chunk(this, from, chunks.isEmpty() ? Long.MAX_VALUE : to));
            to = from;
            bytes = Math.min(2 * bytes, LARGEST_NEWEST_CHUNK_BYTES);
        }
        return chunks;
    }

    /** The lines from the first that begins at that position or later; none when no line begins before {@code limit}. */
    LineReader linesFrom(long position, long limit) throws IOException {
        if (line != null) {
            return new LineReader(new ByteArrayInputStream(line));
        }
        RegularFile.check(path);
        SeekableByteChannel channel = Files.newByteChannel(path);
        try {
            InputStream in = Channels.newInputStream(channel);
            if (isCompressed()) {
                return new LineReader(new GZIPInputStream(in, 64 * 1024));
            }
            if (position == 0) {
                return new LineReader(in);
            }
            channel.position(position - 1);
            LineReader lines = new LineReader(in, position - 1);
            lines.passRestOfLine(limit);
            return lines;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether half a line at its end may be one that is just being appended. */
    boolean isBeingWritten() {
        try {
            return !isCompressed()
                    && Files.getLastModifiedTime(path)
                            .toInstant()
                            .isAfter(Instant.now().minus(APPEND_TAKES));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isCompressed() {
        return path.toString().endsWith(COMPRESSED);
    }
}
