package dev.perfagent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SiteTest {
    @Test
    void noSiteHasTheNumberOfARuleOrOfAnother() {
        Set<Integer> numbers = new HashSet<>();
        for (Site site : Site.values()) {
            assertThat(numbers.add(site.number())).as(site.name()).isTrue();
            assertThat(Site.of(site.number())).isSameAs(site);
            assertThat(Site.ruleOf(site.number())).as(site.name()).isNegative();
        }
        for (int rule = 0; rule < 1000; rule++) {
            assertThat(numbers.add(Site.ofRule(rule))).as("rule %d", rule).isTrue();
            assertThat(Site.ruleOf(Site.ofRule(rule))).isEqualTo(rule);
        }
    }

    @Test
    void sitesAndRulesLeaveNoGap() {
        assertThat(Site.ofRule(0)).isEqualTo(Site.values().length);
    }
}
