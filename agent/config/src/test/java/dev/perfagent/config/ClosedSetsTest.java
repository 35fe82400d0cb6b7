package dev.perfagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.config.AlertsFile.Threshold;
import dev.perfagent.config.NumberType.Dimension;
import dev.perfagent.run.AlertType;
import dev.perfagent.settings.Rule;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.Limit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No limit, type of alert or kind of rule is forgotten by the reader. */
final class ClosedSetsTest {
    @ParameterizedTest
    @EnumSource
    void theKeyOfALimitHasTheUnitOfItsValues(Limit limit) {
        String key = limit.key();
        Dimension dimension = BenchmarksReader.numberType(limit).dimension();
        assertThat(dimension == Dimension.TIME).isEqualTo(key.endsWith("_ms"));
        assertThat(dimension == Dimension.SIZE).isEqualTo(key.endsWith("_mb"));
        assertThat(BenchmarksReader.COMMAND_KEYS).contains(key);
    }

    @ParameterizedTest
    @EnumSource
    void theDefaultThresholdOfATypeOfAlertMayStandInTheFile(AlertType type) {
        Double standard = AlertPolicies.standard(type).threshold();
        Threshold threshold = AlertsFile.threshold(type);
        assertThat(standard == null || (threshold != null && threshold.type().accepts(standard)))
                .isTrue();
    }

    @Test
    void everyKindOfRuleHasASection() throws Exception {
        YamlNode root = YamlTree.parse("""
            commands: [{ name: a, class: b.C, method: m }]
            phases: [{ phase: a, class: b.C }]
            api_clients: [{ operation: a, class: b.C }]
            caches: [{ cache: a, class: b.C, method: m }]
            context: [{ name: a, class: b.C, method: m, value: return }]
            """);
        assertThat(root).isNotNull();
        if (root != null) {
            List<Rule> rules = InstrumentationFile.of(root, new Problems("")).rules();
            assertThat(rules).hasSameSizeAs(RuleSection.values());
            assertThat(rules).hasOnlyElementsOfTypes(Rule.class.getPermittedSubclasses());
            assertThat(rules.stream().map(Rule::getClass).distinct())
                    .hasSameSizeAs(Rule.class.getPermittedSubclasses());
        }
    }
}
