package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
    @ParameterizedTest
    @CsvSource({
        "200, 10, , OK",
        "200, 0, , OK",
        "304, , , OK",
        "301, , , OK",
        "403, 0, , PRIMARY_LIMIT",
        "429, 0, 60, PRIMARY_LIMIT",
        "403, 4000, 60, SECONDARY_LIMIT",
        "403, , 0, SECONDARY_LIMIT",
        "429, 4000, , SECONDARY_LIMIT",
        "429, , , SECONDARY_LIMIT",
        "403, 4000, , ERROR",
        "404, 0, , ERROR",
        "503, , 60, ERROR",
        "0, , , ERROR",
        "-1, , , ERROR",
    })
    void statusAndHeadersTellTheKind(
            int status, @Nullable Long remaining, @Nullable Long retryAfterSeconds, Answer expected) {
        Answer answer = Answer.of(status, remaining, retryAfterSeconds);
        assertThat(answer).isEqualTo(expected);
        assertThat(answer.isLimit()).isEqualTo(expected.name().endsWith("LIMIT"));
    }

    @Test
    void theBodyMaySayWhatNeitherStatusNorHeadersDo() {
        String secondary = "{\"message\":\"You have exceeded a secondary rate limit. Please wait\"}";
        String abuse = "{\"message\":\"You have triggered an abuse detection mechanism\"}";
        String primary = "{\"message\":\"API rate limit exceeded for user ID 1\"}";
        String graphQl = "{\"errors\":[{\"type\":\"RATE_LIMITED\",\"message\":\"API rate limit exceeded\"}]}";
        assertThat(Answer.of(403, 4000L, null, secondary)).isEqualTo(Answer.SECONDARY_LIMIT);
        assertThat(Answer.of(403, null, null, abuse)).isEqualTo(Answer.SECONDARY_LIMIT);
        assertThat(Answer.of(403, 0L, null, secondary)).isEqualTo(Answer.SECONDARY_LIMIT);
        assertThat(Answer.of(403, null, null, primary)).isEqualTo(Answer.PRIMARY_LIMIT);
        assertThat(Answer.of(200, 0L, null, graphQl)).isEqualTo(Answer.PRIMARY_LIMIT);
        assertThat(Answer.of(200, 4000L, null, "{\"errors\":[" + secondary + "]}"))
                .isEqualTo(Answer.SECONDARY_LIMIT);
        assertThat(Answer.of(200, 4000L, null, "{\"title\":\"You have exceeded a secondary rate limit\"}"))
                .isEqualTo(Answer.OK);
        assertThat(Answer.of(403, 4000L, null, "{\"message\":\"Resource not accessible\"}"))
                .isEqualTo(Answer.ERROR);
    }
}
