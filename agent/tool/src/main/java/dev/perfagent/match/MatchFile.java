package dev.perfagent.match;

import dev.perfagent.history.Fields;
import dev.perfagent.history.RecordTime;
import dev.perfagent.history.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last weaving of an application found.
 *
 * @param time when; the file's own time when it does not say
 * @param config the configuration folder; null when there was none
 * @param problems what was wrong with the configuration
 * @param json all of it, as it was written
 */
public record MatchFile(
        String application,
        Instant time,
        @Nullable String config,
        List<String> problems,
        @Nullable Long loadedClasses,
        List<Subject> rules,
        List<Subject> probes,
        String json) {
    public MatchFile {
        problems = List.copyOf(problems);
        rules = List.copyOf(rules);
        probes = List.copyOf(probes);
    }

    static MatchFile read(Path file) throws IOException {
        byte[] bytes = RegularFile.bytes(file);
        Fields fields = Fields.parse(bytes, bytes.length);
        Instant time = RecordTime.parse(fields.text("timestamp"));
        String application = fields.text("application");
        if (application == null) {
            throw new IOException("no application is named");
        }
        return new MatchFile(
                application,
                time == null ? Files.getLastModifiedTime(file).toInstant() : time,
                fields.text("config"),
                fields.texts("problems"),
                fields.whole("loaded_classes"),
                fields.objects("rules").stream().map(Subject::of).toList(),
                fields.objects("probes").stream().map(Subject::of).toList(),
                new String(bytes, StandardCharsets.UTF_8).strip());
    }
}
