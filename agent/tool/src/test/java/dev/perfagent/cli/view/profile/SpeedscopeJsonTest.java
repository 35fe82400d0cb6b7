package dev.perfagent.cli.view.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.profile.ProfileEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SpeedscopeJsonTest {
    private static JsonNode file(ProfileEvent event) {
        Map<String, Map<String, Long>> phases = new LinkedHashMap<>();
        phases.put("parsing", Map.of("a.Main.main;a.Json.parse", 90L));
        phases.put("writing", Map.of("a.Main.main;a.Out.write", 10L));
        return JsonMapper.shared().readTree(SpeedscopeJson.of(new StackUnit(event, null), phases));
    }

    @Test
    void itHasWhatTheSchemaRequires() {
        JsonNode file = file(ProfileEvent.ALLOC);

        assertThat(file.propertyNames()).contains("$schema", "profiles", "shared");
        assertThat(file.path("$schema").asString()).isEqualTo("https://www.speedscope.app/file-format-schema.json");
        assertThat(file.path("profiles").size()).isEqualTo(2);
        assertThat(file.path("profiles").path(0).propertyNames())
                .containsExactlyInAnyOrder("type", "name", "unit", "startValue", "endValue", "samples", "weights");
        assertThat(file.path("profiles").path(0).path("type").asString()).isEqualTo("sampled");
    }

    @Test
    void itsUnitIsOneOfTheSchemas() {
        for (ProfileEvent event : ProfileEvent.values()) {
            assertThat(file(event).path("profiles").path(0).path("unit").asString())
                    .isIn("bytes", "microseconds", "milliseconds", "nanoseconds", "none", "seconds");
        }
    }

    @Test
    void aSampleNamesItsFramesFromTheOutermostOn() {
        JsonNode file = file(ProfileEvent.CPU);

        JsonNode second = file.path("profiles").path(1);
        JsonNode frames = file.path("shared").path("frames");
        JsonNode stack = second.path("samples").path(0);
        assertThat(frames.path(stack.path(0).asInt()).path("name").asString()).isEqualTo("a.Main.main");
        assertThat(frames.path(stack.path(1).asInt()).path("name").asString()).isEqualTo("a.Out.write");
        assertThat(second.path("weights").path(0).asInt()).isEqualTo(10);
        assertThat(second.path("endValue").asInt()).isEqualTo(10);
        assertThat(frames.size()).isEqualTo(3);
    }
}
