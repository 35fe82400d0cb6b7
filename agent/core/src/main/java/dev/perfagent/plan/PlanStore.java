package dev.perfagent.plan;

import dev.perfagent.machine.OwnerOnly;
import dev.perfagent.machine.ProcessStat;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Plans on disk: {@code plans/<key>.plan}, one small file read at once. What is truncated, flipped, foreign or in a place where
 * others may write is as good as missing, and is written afresh.
 *
 * <p>A file is: {@link #MAGIC}, {@link #FORMAT}, length of the payload, CRC-32 of the payload, payload.
 */
public final class PlanStore {
    static final int MAGIC = 0x50414750; // PAGP
    static final int FORMAT = 1;
    static final int HEADER = 16;

    /** A plan has some 100 KB; what is larger than this is not worth reading in every start, or not ours. */
    private static final long LARGEST_BYTES = 16 * 1024 * 1024;

    /** Each change of a jar or of the configuration leaves a plan behind; the oldest go first. */
    private static final int MOST_PLANS = 100;

    /** What the JDK reads at once without memory of its own: that takes a third of the time. */
    private static final int PIECE = 8192;

    private static final String SUFFIX = ".plan";

    private final File folder;

    /** Plans in that folder, which need not exist. */
    public PlanStore(File folder) {
        this.folder = folder;
    }

    /** The plan of that key; null when there is none that can be trusted. */
    public @Nullable Plan load(PlanKey key) {
        File file = file(key);
        long length = file.length();
        if (length < HEADER || length > LARGEST_BYTES || !PlanGuard.isOursAlone(folder, file)) {
            return null;
        }
        try {
            Plan plan = parse(key.text(), bytes(file, (int) length));
            return plan != null && plan.coverage().restsOnWhatIsThere() ? plan : null;
        } catch (IOException | RuntimeException damaged) {
            return null; // the run is a cold one, and writes it again
        }
    }

    static @Nullable Plan parse(String key, byte[] bytes) {
        int length = bytes.length - HEADER;
        if (length < 0
                || integer(bytes, 0) != MAGIC
                || integer(bytes, 4) != FORMAT
                || integer(bytes, 8) != length
                || integer(bytes, 12) != ClassEntry.crc(bytes, HEADER, length)) {
            return null;
        }
        return PlanCodec.read(key, bytes, HEADER);
    }

    /**
     * Keeps a plan: written to a file of its own, then moved into its place, so that readers see the old one or the new one.
     *
     * @throws IOException when it cannot be written; the next run is a cold one again
     */
    public void save(PlanKey key, Plan plan) throws IOException {
        byte[] bytes = format(key.text(), plan);
        if (bytes.length > LARGEST_BYTES) {
            throw new IOException("a plan of " + bytes.length + " bytes is too large to keep");
        }
        OwnerOnly.createFolder(folder);
        if (!PlanGuard.isOurFolder(folder)) {
            throw new IOException(folder + " is a link or somebody else's");
        }
        OwnerOnly.restrictFolder(folder);
        removeOldest();
        File file = file(key);
        ProcessStat process = ProcessStat.now();
        String unique = Long.toHexString(System.nanoTime())
                + '-'
                + Thread.currentThread().getId()
                + (process == null ? "" : "-" + process.pid());
        File temporary = new File(folder, key.name() + '.' + unique + ".tmp");
        if (!OwnerOnly.createFile(temporary)) {
            throw new IOException(temporary + " exists already");
        }
        try {
            try (OutputStream out = new FileOutputStream(temporary)) {
                out.write(bytes);
            }
            if (!temporary.renameTo(file)) {
                throw new IOException("cannot move a plan to " + file);
            }
        } finally {
            temporary.delete();
        }
    }

    static byte[] format(String key, Plan plan) {
        byte[] payload = PlanCodec.write(key, plan);
        byte[] bytes = new byte[HEADER + payload.length];
        put(bytes, 0, MAGIC);
        put(bytes, 4, FORMAT);
        put(bytes, 8, payload.length);
        put(bytes, 12, ClassEntry.crc(payload, 0, payload.length));
        System.arraycopy(payload, 0, bytes, HEADER, payload.length);
        return bytes;
    }

    private void removeOldest() {
        String[] names = folder.list();
        int plans = 0;
        for (String name : names == null ? new String[0] : names) {
            plans += name.endsWith(SUFFIX) ? 1 : 0;
        }
        for (; names != null && plans >= MOST_PLANS; plans--) {
            File oldest = null;
            for (String name : names) {
                File plan = new File(folder, name);
                boolean older = oldest == null || plan.lastModified() < oldest.lastModified();
                if (name.endsWith(SUFFIX) && older && plan.isFile()) {
                    oldest = plan;
                }
            }
            if (oldest == null || !oldest.delete()) {
                return;
            }
        }
    }

    private File file(PlanKey key) {
        return new File(folder, key.name() + SUFFIX);
    }

    private static byte[] bytes(File file, int length) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            byte[] bytes = new byte[length];
            int at = 0;
            while (at < length) {
                int count = in.read(bytes, at, Math.min(PIECE, length - at));
                if (count < 0) {
                    break;
                }
                at += count;
            }
            if (at < length || in.read() >= 0) {
                throw new IOException(file + " changed while it was read");
            }
            return bytes;
        }
    }

    private static int integer(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }

    private static void put(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> 24 - 8 * i);
        }
    }
}
