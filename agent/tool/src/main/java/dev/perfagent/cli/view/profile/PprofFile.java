package dev.perfagent.cli.view.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import one.proto.Proto;

/**
 * What pprof opens; the phase is the label {@code phase} of a sample. The numbers of the fields are those of
 * https://github.com/google/pprof/blob/main/proto/profile.proto.
 */
public final class PprofFile {
    private static final int SAMPLE_TYPE = 1;
    private static final int SAMPLE = 2;
    private static final int LOCATION = 4;
    private static final int FUNCTION = 5;
    private static final int STRING = 6;
    private static final int LINE_OF_LOCATION = 4;

    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Map<String, Integer> methods = new LinkedHashMap<>();
    private final Proto file = new Proto(1 << 14);

    private PprofFile() {
        string("");
    }

    /**
     * The file.
     *
     * @param phases by phase, the stacks and how much each has
     */
    public static byte[] of(StackUnit unit, Map<String, Map<String, Long>> phases) throws IOException {
        PprofFile pprof = new PprofFile();
        pprof.write(unit, phases);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(pprof.file.buffer(), 0, pprof.file.size());
        }
        return packed.toByteArray();
    }

    private void write(StackUnit unit, Map<String, Map<String, Long>> phases) {
        String counted = unit.name().equals("none") ? "count" : unit.name();
        file.field(SAMPLE_TYPE, pair(string(unit.event().text()), string(counted)));
        int key = string("phase");
        phases.forEach((name, stacks) -> {
            int value = string(name);
            unit.of(stacks).forEach((stack, weight) -> file.field(SAMPLE, sample(stack, weight, key, value)));
        });
        methods.forEach((method, id) -> {
            file.field(LOCATION, new Proto(16).field(1, id).field(LINE_OF_LOCATION, new Proto(8).field(1, id)));
            file.field(FUNCTION, pair(id, string(method)));
        });
        strings.keySet().forEach(text -> file.field(STRING, text));
    }

    private Proto sample(String stack, long weight, int key, int phase) {
        Proto sample = new Proto(64);
        int end = stack.length();
        while (end >= 0) { // the innermost method comes first
            int start = stack.lastIndexOf(';', end - 1) + 1;
            sample.field(1, methods.computeIfAbsent(stack.substring(start, end), method -> methods.size() + 1));
            end = start - 1;
        }
        return sample.field(2, weight).field(3, pair(key, phase));
    }

    private static Proto pair(int first, int second) {
        return new Proto(16).field(1, first).field(2, second);
    }

    private int string(String text) {
        return strings.computeIfAbsent(text, any -> strings.size());
    }
}
