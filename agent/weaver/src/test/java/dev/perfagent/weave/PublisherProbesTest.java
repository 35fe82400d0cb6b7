package dev.perfagent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.cli.Repository;
import dev.perfagent.plan.ClassTrace;
import dev.perfagent.plan.Weaver;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Publishers are looked for in a first run, and in later ones if a rule has met a method that returns one. */
final class PublisherProbesTest {
    private static final String FLOW = ClassTrace.MARK + "java/util/concurrent/Flow$Subscri";

    private final ClassLoader loader = getClass().getClassLoader();

    @Test
    void theyAreWatchedOnceARuleHasMetAMethodThatReturnsOne() {
        Weaver weaver = weaver("numbers");

        assertThat(weaver.watchedAtFirst()).contains(FLOW, "reactor/core/publisher/*");
        assertThat(weaver.watched()).doesNotContain(FLOW);
        assertThat(weave(weaver, Repository.Numbers.class)).isTrue();
        assertThat(weaver.watched()).doesNotContain(FLOW);
        assertThat(weave(weaver, Repository.class)).isTrue();
        assertThat(weaver.watched()).containsAll(weaver.watchedAtFirst());
        assertThat(weaver.lookedAtFirst()).containsExactly(name(Repository.Numbers.class));
    }

    @Test
    void otherMethodsDoNotMakeThemOfUse() {
        Weaver weaver = weaver("name");
        weave(weaver, Repository.class);

        assertThat(weaver.watched()).doesNotContain(FLOW);
    }

    @Test
    void withoutAMeasuredMethodNobodyLooks() {
        assertThat(WeavingLoader.weaver(null).watchedAtFirst()).isEmpty();
        assertThat(weave(WeavingLoader.weaver(null), Repository.Numbers.class)).isFalse();
    }

    private static Weaver weaver(String method) {
        return WeavingLoader.weaver(
                null, new Rule.Phase("p", new Target(Repository.class.getName(), null, null, List.of(method)), 0));
    }

    private boolean weave(Weaver weaver, Class<?> type) {
        return weaver.weave(loader, name(type), Objects.requireNonNull(ClassFile.find(loader, name(type)))) != null;
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
