package dev.perfagent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class RecordJsonTest {
    @Test
    void componentsAreFieldsInTheirOrderAndAnInlineRecordHasNoObjectOfItsOwn() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("keptAsItIs", 2L);
        counts.put("a \"b\"", null);

        assertThat(RecordJson.of(new All(
                        new Name("ghpm"),
                        1,
                        2L,
                        new BigDecimal("0.25"),
                        3200.0,
                        true,
                        Style.GOOD,
                        Instant.parse("2026-11-20T09:30:15.123Z"),
                        Arrays.asList("é\n", null),
                        counts,
                        null)))
                .isEqualTo(
                        "{\"application_name\":\"ghpm\",\"schema\":1,\"all_runs\":2,\"p95_ms\":0.25,\"value\":3200.0,"
                                + "\"p95_is_estimate\":true,\"style\":\"good\",\"at\":\"2026-11-20T09:30:15.123Z\","
                                + "\"texts\":[\"é\\n\",null],\"counts\":{\"keptAsItIs\":2,\"a \\\"b\\\"\":null},"
                                + "\"last\":null}");
    }

    /** As a tree of Jackson's writes them. */
    @Test
    void numbersAreWrittenAsJacksonDoes() {
        for (double number : new double[] {0, 0.1, 1e-9, 1e21, Double.NaN, Long.MAX_VALUE}) {
            BigDecimal decimal = Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
            JsonMapper mapper = JsonMapper.shared();
            assertThat(RecordJson.of(new Numbers(number, decimal)))
                    .isEqualTo(mapper.writeValueAsString(
                            mapper.createObjectNode().put("number", number).put("decimal", decimal)));
        }
    }

    record Numbers(double number, @Nullable BigDecimal decimal) {}

    record Name(String applicationName) implements RecordJson.Inline {}

    record All(
            Name name,
            int schema,
            long allRuns,
            BigDecimal p95Ms,
            double value,
            boolean p95IsEstimate,
            Style style,
            Instant at,
            List<@Nullable String> texts,
            Map<String, Long> counts,
            @Nullable BigDecimal last) {}
}
