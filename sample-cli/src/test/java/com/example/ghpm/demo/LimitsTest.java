package com.example.ghpm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LimitsTest {
    @Test
    void eachAnswerCountsTheQuotaDown() throws Exception {
        var clock = InstantSource.fixed(Instant.ofEpochSecond(1_000_000));
        try (DemoApi api = DemoApi.start(DemoSettings.fast().withQuota(5000, 700), clock, millis -> {})) {
            var browser = new Browser(api);
            browser.getWithToken("/user");
            Browser.Answer answer = browser.getWithToken("/user");
            assertThat(answer.header("x-ratelimit-limit")).isEqualTo("5000");
            assertThat(answer.header("x-ratelimit-remaining")).isEqualTo("698");
            assertThat(answer.header("x-ratelimit-used")).isEqualTo("4302");
            assertThat(answer.header("x-ratelimit-reset")).isEqualTo("1003600");
            assertThat(answer.header("x-ratelimit-resource")).isEqualTo("core");
            assertThat(answer.header("x-github-request-id")).isEqualTo("DE40:00002");
        }
    }

    @Test
    void askingForTheRateLimitIsFree() throws Exception {
        try (DemoApi api = DemoApi.start(DemoSettings.fast())) {
            var browser = new Browser(api);
            browser.getWithToken("/rate_limit");
            Browser.Answer answer = browser.getWithToken("/rate_limit");
            assertThat(answer.json().at("/resources/core/remaining").asInt()).isEqualTo(5000);
        }
    }

    @Test
    void callersWithoutATokenHaveAQuotaOfTheirOwn() throws Exception {
        try (DemoApi api = DemoApi.start(DemoSettings.fast())) {
            var browser = new Browser(api);
            assertThat(browser.get("/user").header("x-ratelimit-remaining")).isEqualTo("59");
            assertThat(browser.getWithToken("/user").header("x-ratelimit-remaining"))
                    .isEqualTo("4999");
        }
    }

    @Test
    void whatHasNotChangedIsFreeForCallersWithAToken() throws Exception {
        try (DemoApi api = DemoApi.start(DemoSettings.fast())) {
            var browser = new Browser(api);
            String etag = browser.getWithToken("/orgs/acme-rockets/repos").header("etag");
            Browser.Answer known =
                    browser.get("/orgs/acme-rockets/repos", "Authorization", "token t", "If-None-Match", etag);
            assertThat(known.status()).isEqualTo(304);
            assertThat(known.response().body()).isEmpty();
            assertThat(known.header("etag")).isEqualTo(etag);
            assertThat(known.header("x-ratelimit-remaining")).isEqualTo("4999");
            Browser.Answer anonymous = browser.get("/orgs/acme-rockets/repos", "If-None-Match", etag);
            assertThat(anonymous.status()).isEqualTo(304);
            assertThat(anonymous.header("x-ratelimit-remaining")).isEqualTo("59");
        }
    }

    @Test
    void anotherValidatorGetsTheWholeAnswer() throws Exception {
        try (DemoApi api = DemoApi.start(DemoSettings.fast())) {
            Browser.Answer answer =
                    new Browser(api).get("/user", "Authorization", "token t", "If-None-Match", "W/\"other\"");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("content-length"))
                    .isEqualTo(Integer.toString(answer.response().body().length()));
        }
    }

    @Test
    void anExhaustedQuotaIsRefusedWithNothingRemaining() throws Exception {
        try (DemoApi api = DemoApi.start(DemoSettings.fast().withQuota(60, 1))) {
            var browser = new Browser(api);
            assertThat(browser.getWithToken("/user").status()).isEqualTo(200);
            Browser.Answer refused = browser.getWithToken("/user");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("x-ratelimit-remaining")).isEqualTo("0");
            assertThat(refused.header("retry-after")).isEqualTo("(none)");
            assertThat(refused.json().path("message").asText()).contains("rate limit exceeded");
        }
    }

    @Test
    void chosenRequestsAreTurnedAwayForAWhile() throws Exception {
        var settings = DemoSettings.fast().withFaults(Map.of(1, new Fault(429, 3), 2, new Fault(403, 7)));
        try (DemoApi api = DemoApi.start(settings)) {
            var browser = new Browser(api);
            Browser.Answer first = browser.getWithToken("/user");
            Browser.Answer second = browser.getWithToken("/user");
            assertThat(first.status()).isEqualTo(429);
            assertThat(first.header("retry-after")).isEqualTo("3");
            assertThat(second.status()).isEqualTo(403);
            assertThat(second.header("retry-after")).isEqualTo("7");
            assertThat(second.header("x-ratelimit-remaining")).isEqualTo("5000");
            assertThat(browser.getWithToken("/user").status()).isEqualTo(200);
        }
    }

    @Test
    void eachAnswerIsHeldBackForTheLatency() throws Exception {
        List<Long> pauses = new ArrayList<>();
        var settings = DemoSettings.fast().withLatency(Duration.ofMillis(1234));
        try (DemoApi api = DemoApi.start(settings, InstantSource.system(), pauses::add)) {
            var browser = new Browser(api);
            browser.getWithToken("/user");
            browser.getWithToken("/user");
        }
        assertThat(pauses).containsExactly(1234L, 1234L);
    }
}
