package dev.perfagent.observe.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A counter answers us, and to the application it looks as if it were not there. */
final class LentCountersTest {
    private static final int MOST = 200;

    private final LentCounters counters = new LentCounters();

    @Test
    void aCacheItsCounterAndItsTelltaleAreHiddenAndNothingElse() {
        Object counter = new Object();
        Object telltale = new Object();
        Object cache = new Object();
        LentCounter lent = counters.lend(counter);
        assertThat(lent).isNotNull();
        lent.usedBy(cache, telltale);

        assertThat(counters.isHidden(counter)).isTrue();
        assertThat(counters.isHidden(telltale)).isTrue();
        assertThat(counters.isHidden(cache)).isTrue();
        assertThat(counters.isHidden(new Object())).isFalse();
    }

    @Test
    void weReadTheCounterAndItIsHiddenAgainAfterwards() throws ReflectiveOperationException {
        Object counter = new Object();
        LentCounter lent = counters.lend(counter);
        assertThat(lent).isNotNull();

        assertThat(lent.answer(counters::isHidden)).isEqualTo(false);
        assertThat(counters.isHidden(counter)).isTrue();
    }

    @Test
    void aCounterThatCannotBeReadStaysHidden() {
        Object counter = new Object();
        LentCounter lent = counters.lend(counter);
        assertThat(lent).isNotNull();

        assertThatThrownBy(() -> lent.answer(asked -> {
                    throw new NoSuchMethodException("snapshot");
                }))
                .isInstanceOf(NoSuchMethodException.class);
        assertThat(counters.isHidden(counter)).isTrue();
    }

    @Test
    void onlySoManyCachesInUseAreLentACounter() {
        List<Object> inUse = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            LentCounter lent = counters.lend(new Object());
            assertThat(lent).isNotNull();
            inUse.add(new Object());
            lent.usedBy(inUse.get(i), null);
        }

        assertThat(counters.lend(new Object())).isNull();
        assertThat(inUse).hasSize(MOST);
    }
}
