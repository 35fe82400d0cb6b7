package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @ParameterizedTest
    @CsvSource({
        "per_page=100, 100",
        "?per_page=30, 30",
        "page=2&per_page=50&sort=updated, 50",
        "per_page=1&per_page=2, 2",
        "per_page=7#x, 7",
    })
    void thePageSizeIsRead(String query, int expected) {
        assertThat(Query.perPage(query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "&&",
                "page=2",
                "per_page",
                "per_page=",
                "per_page=ten",
                "per_page=-1",
                "per_page=9999999",
                "xper_page=5",
                "q=per_page=5",
            })
    void withoutOneItIsUnknown(String query) {
        assertThat(Query.perPage(query)).isNull();
    }
}
