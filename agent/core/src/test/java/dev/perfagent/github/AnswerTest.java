package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
    @ParameterizedTest
    @CsvSource({
        "200, 10, false, OK",
        "200, 0, false, OK",
        "304, , false, OK",
        "301, , false, OK",
        "403, 0, false, PRIMARY_LIMIT",
        "429, 0, true, PRIMARY_LIMIT",
        "403, 4000, true, SECONDARY_LIMIT",
        "403, , true, SECONDARY_LIMIT",
        "429, 4000, false, SECONDARY_LIMIT",
        "429, , false, SECONDARY_LIMIT",
        "403, 4000, false, ERROR",
        "404, 0, false, ERROR",
        "503, , true, ERROR",
        "0, , false, ERROR",
        "-1, , false, ERROR",
    })
    void statusAndHeadersTellTheKind(int status, @Nullable Long remaining, boolean asksToWait, Answer expected) {
        Answer answer = Answer.of(status, remaining, asksToWait);
        assertThat(answer).isEqualTo(expected);
        assertThat(answer.isLimit()).isEqualTo(expected.name().endsWith("LIMIT"));
    }

    @Test
    void theBodyMaySayWhatNeitherStatusNorHeadersDo() {
        String secondary = "{\"message\":\"You have exceeded a secondary rate limit. Please wait\"}";
        String abuse = "{\"message\":\"You have triggered an abuse detection mechanism\"}";
        String primary = "{\"message\":\"API rate limit exceeded for user ID 1\"}";
        String graphQl = "{\"errors\":[{\"type\":\"RATE_LIMITED\",\"message\":\"API rate limit exceeded\"}]}";
        assertThat(Answer.of(403, 4000L, false, secondary)).isEqualTo(Answer.SECONDARY_LIMIT);
        assertThat(Answer.of(403, null, false, abuse)).isEqualTo(Answer.SECONDARY_LIMIT);
        assertThat(Answer.of(403, 0L, false, secondary)).isEqualTo(Answer.SECONDARY_LIMIT);
        assertThat(Answer.of(403, null, false, primary)).isEqualTo(Answer.PRIMARY_LIMIT);
        assertThat(Answer.of(200, 0L, false, graphQl)).isEqualTo(Answer.PRIMARY_LIMIT);
        assertThat(Answer.of(200, 4000L, false, "{\"errors\":[" + secondary + "]}"))
                .isEqualTo(Answer.SECONDARY_LIMIT);
        assertThat(Answer.of(200, 4000L, false, "{\"title\":\"You have exceeded a secondary rate limit\"}"))
                .isEqualTo(Answer.OK);
        assertThat(Answer.of(403, 4000L, false, "{\"message\":\"Resource not accessible\"}"))
                .isEqualTo(Answer.ERROR);
    }
}
