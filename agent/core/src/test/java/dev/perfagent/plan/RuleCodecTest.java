package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.settings.CacheRole;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import dev.perfagent.settings.ValuePath;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleCodecTest {
    private static final Target TARGET = new Target(
            "org.example.**", "a.Timed", "a.Shape", List.of("draw", "get*"), List.of("**.Gen"), List.of("get(int)"));

    private static final List<Rule> ONE_OF_EACH = List.of(
            new Rule.Command("export", TARGET),
            new Rule.Phase("load", TARGET, 2.5),
            new Rule.Operation("fetch", TARGET),
            new Rule.Context("size", TARGET, new ValuePath(-1, true, "tasks")),
            new Rule.Cache("users", TARGET, CacheRole.LOAD, null),
            new Rule.Cache("field.name", TARGET, CacheRole.LOOK_UP, new ValuePath(-1, false, "name")));

    @Test
    void everyKindOfRuleComesBack() {
        assertThat(ONE_OF_EACH.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Rule.class.getPermittedSubclasses());
        for (Rule rule : ONE_OF_EACH) {
            ByteWriter out = new ByteWriter();
            RuleCodec.write(out, rule);

            assertThat(RuleCodec.read(new ByteReader(out.bytes(), 0))).isEqualTo(rule);
        }
    }
}
