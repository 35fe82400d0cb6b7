package dev.perfagent.monitor;

import dev.perfagent.journal.Journal;
import dev.perfagent.machine.Machine;
import dev.perfagent.machine.OwnerOnly;
import java.io.Closeable;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The two files of a watch that grow: resources.csv, of which the newest two pieces are kept, and the day's lines of NDJSON. What
 * a full disk cut off is taken back.
 */
final class SampleFiles implements Closeable {
    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    /** 32 MB: two days at one sample a second, and what a spreadsheet still opens. */
    private static final long MOST_BYTES = 32L << 20;

    private final MonitorFolder folder;
    private final String session;
    private final String host;
    private final File table;
    private final File older;
    private final long mostBytes;
    private FileOutputStream csv;
    private @Nullable File day;
    private @Nullable FileOutputStream json;

    SampleFiles(MonitorFolder folder, String session) throws IOException {
        this(folder, session, MOST_BYTES);
    }

    /** @param mostBytes in resources.csv, before it is put aside and begins again */
    SampleFiles(MonitorFolder folder, String session, long mostBytes) throws IOException {
        this.mostBytes = mostBytes;
        this.folder = folder;
        this.session = session;
        String name = Machine.hostName();
        this.host = name == null ? "localhost" : name;
        OwnerOnly.createFolder(folder.session(session));
        this.table = new File(folder.session(session), "resources.csv");
        this.older = new File(folder.session(session), "resources-older.csv");
        this.csv = open(table);
        append(csv, SampleText.csvHeading());
    }

    void append(MachineSample sample) throws IOException {
        if (!table.exists()) {
            throw new FileNotFoundException(table + " was deleted");
        }
        if (csv.getChannel().size() >= mostBytes) {
            beginAgain();
        }
        append(csv, SampleText.csv(sample));
        File today = folder.day(sample.timeMillis(), Journal.fileName(host));
        if (json == null || !today.equals(day)) {
            if (json != null) {
                json.close();
            }
            LakeLimit.apply(folder.lake());
            json = open(today);
            day = today;
        }
        append(json, SampleText.json(sample, host, session));
    }

    /** What cannot be put aside, because a program has it open, is cut off instead. */
    private void beginAgain() throws IOException {
        csv.close();
        older.delete();
        if (!table.renameTo(older)) {
            try (FileOutputStream emptied = new FileOutputStream(table)) {
                emptied.flush();
            }
        }
        csv = open(table);
        append(csv, SampleText.csvHeading());
    }

    private static FileOutputStream open(File file) throws IOException {
        OwnerOnly.createFile(file);
        return new FileOutputStream(file, true);
    }

    /** One write; of a line that does not fit nothing stays. */
    private static void append(FileOutputStream out, String line) throws IOException {
        long before = out.getChannel().size();
        try {
            out.write(line.getBytes(UTF_8));
        } catch (IOException full) {
            out.getChannel().truncate(before);
            throw full;
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
        if (json != null) {
            json.close();
        }
    }
}
