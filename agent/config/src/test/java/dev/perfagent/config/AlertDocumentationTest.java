package dev.perfagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.AlertType;
import dev.perfagent.run.Measure;
import dev.perfagent.threshold.Limit;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** docs/verdicts.md is the one page that lists every type of alert. */
class AlertDocumentationTest {
    @Test
    void everyTypeHasARowWithItsTitleAndItsMeasures() throws IOException {
        String page = page();
        for (AlertType type : AlertType.values()) {
            StringBuilder measures = new StringBuilder();
            for (Measure measure : Measure.values()) {
                if (measure.type() == type) {
                    measures.append(measures.isEmpty() ? "" : ", ")
                            .append('`')
                            .append(measure.key())
                            .append('`');
                }
            }
            assertThat(page).contains("| `" + type.key() + "` | `" + type.title() + "` | " + measures + " |");
        }
    }

    @Test
    void everyLimitOfACommandIsExplained() throws IOException {
        String page = page();
        for (Limit limit : Limit.values()) {
            assertThat(page).contains("`" + limit.key() + "`");
        }
    }

    private static String page() throws IOException {
        return Files.readString(ConfigFolder.shipped().resolve("../docs/verdicts.md"));
    }
}
