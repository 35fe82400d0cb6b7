package dev.perfagent.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The alerts that were reported, the older part that was rotated away first. */
public final class AlertLogReader {
    private final List<Path> files;
    private final ReadTally tally = new ReadTally();

    /** @param home the folder that holds {@code alerts.log} */
    public AlertLogReader(Path home) {
        this.files = List.of(home.resolve("alerts.log.1"), home.resolve("alerts.log"));
    }

    /** What could not be read so far. */
    public ReadTally tally() {
        return tally;
    }

    /**
     * Hands over the alerts in the order they were reported in.
     *
     * @throws IOException when there is a log and none of it can be read
     */
    public void read(Consumer<AlertEntry> alerts) throws IOException {
        for (Path file : files) {
            if (!Files.exists(file)) {
                continue;
            }
            try {
                read(file, alerts);
                tally.countFile();
            } catch (IOException e) {
                tally.countUnreadable(file, e);
            }
        }
        tally.throwIfNothingWasRead();
    }

    private void read(Path file, Consumer<AlertEntry> alerts) throws IOException {
        List<String> block = new ArrayList<>();
        try (LineReader lines = new LineReader(RegularFile.open(file))) {
            while (lines.next()) {
                if (lines.isTooLong()) {
                    tally.countMalformed(file);
                } else if (lines.isBlank()) {
                    end(file, block, alerts);
                } else {
                    block.add(new String(lines.bytes(), lines.offset(), lines.length(), StandardCharsets.UTF_8)
                            .stripTrailing());
                }
            }
        }
        end(file, block, alerts);
    }

    private void end(Path file, List<String> block, Consumer<AlertEntry> alerts) {
        // A write that was cut off leaves lines before the next heading.
        while (!block.isEmpty()) {
            AlertEntry first = AlertEntry.parse(block);
            if (first != null) {
                alerts.accept(first);
                break;
            }
            tally.countMalformed(file);
            block.remove(0);
        }
        block.clear();
    }
}
