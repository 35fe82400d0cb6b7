package dev.perfagent.export.push;

import dev.perfagent.history.FileProblem;
import dev.perfagent.history.StoredRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a service has taken already: their ids, a line each, in a file. Ids and not a time, because a run may be stored
 * later than one that began after it: one that was killed, or one of another machine.
 */
final class SentRuns implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Set<String> ids;

    private SentRuns(Path file, FileChannel channel, Set<String> ids) {
        this.file = file;
        this.channel = channel;
        this.ids = ids;
    }

    /**
     * Opens the file, which is made if need be.
     *
     * @throws IOException also if another push to the same place goes on
     */
    static SentRuns at(Path file) throws IOException {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new PushException("another push to the same place goes on; wait for it to end");
            }
            return new SentRuns(file, channel, read(file, channel));
        } catch (PushException e) {
            throw e;
        } catch (IOException e) {
            throw FileProblem.writing(file, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Half a line at the end is of a machine that went away while it was written: it counts for nothing. */
    private static Set<String> read(Path file, FileChannel channel) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        channel.truncate(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        return new HashSet<>(text.substring(0, end).lines().toList());
    }

    /** The ids, without keeping others from sending. */
    static Set<String> known(Path file) throws IOException {
        return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
    }

    boolean contains(StoredRun run) {
        return ids.contains(run.id());
    }

    /** Notes that they were taken, so that it is known even if the machine goes away at once. */
    void add(Collection<StoredRun> runs) throws IOException {
        List<String> taken = runs.stream().map(StoredRun::id).filter(ids::add).toList();
        if (taken.isEmpty()) {
            return;
        }
        try {
            ByteBuffer lines = ByteBuffer.wrap((String.join("\n", taken) + "\n").getBytes(StandardCharsets.UTF_8));
            while (lines.hasRemaining()) {
                channel.write(lines);
            }
            channel.force(false);
        } catch (IOException e) {
            throw FileProblem.writing(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
