package dev.perfagent.alert;

import java.io.File;
import java.io.IOException;

/**
 * Puts a full log aside as {@code NAME.1}, in place of the one before.
 *
 * <p>Two processes that both find it full must not both move it: the second would put the fresh log over the full one. A file
 * that only one can create decides; a lock of java.nio would cost a cold JVM 2.6 ms.
 */
final class LogRotation {
    /** A rotation takes milliseconds, so a lock of this age was left by a process that died in it. */
    private static final long STALE_LOCK_MILLIS = 10_000;

    private final File file;
    private final File lock;

    LogRotation(File file) {
        this.file = file;
        this.lock = new File(file.getPath() + ".lock");
    }

    /**
     * Moves the log, unless it has at most that many bytes by now or another process is at it: both are fine.
     *
     * @return false when it could not be moved, or the lock not be released
     */
    boolean rotate(long mostBytes) throws IOException {
        if (!lock.createNewFile()) {
            long since = lock.lastModified(); // 0 when it was released a moment ago
            boolean isStale = since > 0 && System.currentTimeMillis() - since > STALE_LOCK_MILLIS;
            return !isStale || lock.delete() || !lock.exists();
        }
        boolean done = file.length() <= mostBytes || move(new File(file.getPath() + ".1"));
        return lock.delete() && done;
    }

    private boolean move(File old) {
        // Windows renames onto no existing file.
        return file.renameTo(old) || (old.delete() && file.renameTo(old));
    }
}
