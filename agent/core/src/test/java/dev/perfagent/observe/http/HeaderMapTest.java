package dev.perfagent.observe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeaderMapTest {
    @ParameterizedTest
    @CsvSource({
        "X-RateLimit-Limit, true",
        "RateLimit, true",
        "ratelimit-policy, true",
        "rate, false",
        "X-Rate-Limit, false",
        "Content-Length, false"
    })
    void namesBeginInAnyCase(String name, boolean expected) {
        Map<Object, Object> headers = new LinkedHashMap<>();
        headers.put(null, List.of("HTTP/1.1 200 OK")); // as HttpURLConnection has the line of the status
        headers.put("Date", List.of("now"));
        headers.put(name, List.of("1"));

        assertThat(new HeaderMap(headers, false).mayHaveNameFrom("ratelimit", "x-ratelimit"))
                .isEqualTo(expected);
    }
}
