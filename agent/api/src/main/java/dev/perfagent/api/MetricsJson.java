package dev.perfagent.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what is exported as JSON; the page about the API describes it. */
final class MetricsJson {
    /** Of the form of the file. */
    private static final int SCHEMA = 1;

    private static final int MICROS_PER_MS = 1_000;
    private static final double NANOS_PER_MS = 1e6;

    private final StringBuilder out = new StringBuilder();

    private MetricsJson() {}

    static String of(MetricsSnapshot exported, Instant at) {
        MetricsJson json = new MetricsJson();
        json.file(exported, at);
        return json.out.toString();
    }

    private void file(MetricsSnapshot exported, Instant at) {
        out.append("{\n  \"schema\": ").append(SCHEMA);
        field(",\n  ", "exported_at", at.toString());
        field(",\n  ", "dropped", exported.dropped());
        key(",\n  ", "context");
        object(exported.context());
        key(",\n  ", "statistics");
        out.append('{');
        String before = "\n    ";
        for (Map.Entry<String, Statistics> each :
                MetricsCollector.statistics(exported.entries()).entrySet()) {
            key(before, each.getKey());
            statistics(each.getValue());
            before = ",\n    ";
        }
        out.append("},\n  \"entries\": [");
        entries(exported.entries());
        out.append("]\n}\n");
    }

    private void statistics(Statistics of) {
        field("{", "count", of.count());
        field(", ", "min_ms", rounded(of.min()));
        field(", ", "max_ms", rounded(of.max()));
        field(", ", "avg_ms", rounded(of.avg()));
        field(", ", "sum_ms", rounded(of.sum()));
        field(", ", "p50_ms", rounded(of.p50()));
        field(", ", "p90_ms", rounded(of.p90()));
        field(", ", "p95_ms", rounded(of.p95()));
        field(", ", "p99_ms", rounded(of.p99()));
        field(", ", "standard_deviation_ms", rounded(of.standardDeviation()));
        out.append('}');
    }

    private void entries(List<MetricsEntry> entries) {
        String before = "\n    ";
        for (MetricsEntry entry : entries) {
            field(before + "{", "operation", entry.name());
            field(", ", "target", orNull(entry.target()));
            field(", ", "label", orNull(entry.label()));
            field(", ", "start", entry.start().toString());
            field(", ", "end", entry.end().toString());
            field(", ", "duration_ms", rounded(entry.nanos() / NANOS_PER_MS));
            field(", ", "success", entry.success());
            // Without its message, which may have anything in it.
            field(", ", "error", orNull(entry.error().map(Failure::type)));
            key(", ", "metadata");
            object(entry.metadata());
            out.append('}');
            before = ",\n    ";
        }
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.isPresent() ? text.get() : null;
    }

    private void object(Map<String, Object> values) {
        out.append('{');
        String before = "";
        for (Map.Entry<String, Object> each : values.entrySet()) {
            field(before, each.getKey(), each.getValue());
            before = ", ";
        }
        out.append('}');
    }

    /** Milliseconds with three decimals. */
    private static double rounded(double ms) {
        return Double.isNaN(ms) ? ms : Math.rint(ms * MICROS_PER_MS) / MICROS_PER_MS;
    }

    private void field(String before, String name, @Nullable Object value) {
        key(before, name);
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            out.append("null"); // JSON has no other word for it
        } else {
            out.append(value);
        }
    }

    private void key(String before, String name) {
        out.append(before);
        text(name);
        out.append(": ");
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f && c < 0xa0 || Character.isSurrogate(c) && !isPaired(text, i)) {
                // Control characters, which a terminal would obey, and half characters, which UTF-8 cannot say.
                out.append("\\u").append(Character.forDigit(c >> 12, 16));
                out.append(Character.forDigit(c >> 8 & 15, 16));
                out.append(Character.forDigit(c >> 4 & 15, 16));
                out.append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
