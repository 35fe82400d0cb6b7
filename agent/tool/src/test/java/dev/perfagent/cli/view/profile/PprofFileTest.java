package dev.perfagent.cli.view.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.profile.ProfileEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class PprofFileTest {
    @Test
    void aSampleHasItsMethodsFromTheInnermostOnItsWeightAndItsPhase() throws IOException {
        byte[] packed = PprofFile.of(
                new StackUnit(ProfileEvent.ALLOC, null),
                Map.of("parsing", Map.of("a.Main.main;a.Json.parse", 70_000L)));
        byte[] file = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();

        Map<Integer, List<Object>> profile = fields(file);
        List<String> strings = list(profile, 6).stream()
                .map(text -> new String((byte[]) text, StandardCharsets.UTF_8))
                .toList();
        Map<Integer, List<Object>> type = inside(profile, 1, 0);
        Map<Integer, List<Object>> sample = inside(profile, 2, 0);
        Map<Integer, List<Object>> label = inside(sample, 3, 0);
        assertThat(strings.get(0)).isEmpty();
        assertThat(text(strings, type, 1)).isEqualTo("alloc");
        assertThat(text(strings, type, 2)).isEqualTo("bytes");
        assertThat(list(sample, 2)).containsExactly(70_000L);
        assertThat(text(strings, label, 1)).isEqualTo("phase");
        assertThat(text(strings, label, 2)).isEqualTo("parsing");
        assertThat(list(sample, 1).stream().map(id -> method(profile, strings, (Long) id)))
                .containsExactly("a.Json.parse", "a.Main.main");
    }

    private static String method(Map<Integer, List<Object>> profile, List<String> strings, long location) {
        Map<Integer, List<Object>> place = inside(profile, 4, (int) location - 1);
        assertThat(list(place, 1)).containsExactly(location);
        long function = (Long) list(inside(place, 4, 0), 1).get(0);
        return text(strings, inside(profile, 5, (int) function - 1), 2);
    }

    private static String text(List<String> strings, Map<Integer, List<Object>> message, int field) {
        return strings.get(((Long) list(message, field).get(0)).intValue());
    }

    private static Map<Integer, List<Object>> inside(Map<Integer, List<Object>> message, int field, int index) {
        return fields((byte[]) list(message, field).get(index));
    }

    private static List<Object> list(Map<Integer, List<Object>> message, int field) {
        return message.getOrDefault(field, List.of());
    }

    /** By number, what is in a message of Protocol Buffers: numbers, and bytes. */
    private static Map<Integer, List<Object>> fields(byte[] message) {
        Map<Integer, List<Object>> fields = new TreeMap<>();
        ByteBuffer bytes = ByteBuffer.wrap(message);
        while (bytes.hasRemaining()) {
            long tag = number(bytes);
            Object value;
            if ((tag & 7) == 0) {
                value = number(bytes);
            } else {
                assertThat(tag & 7).isEqualTo(2);
                byte[] inside = new byte[(int) number(bytes)];
                bytes.get(inside);
                value = inside;
            }
            fields.computeIfAbsent((int) (tag >> 3), field -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
