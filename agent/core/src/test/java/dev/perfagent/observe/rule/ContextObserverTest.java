package dev.perfagent.observe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ContextObserverTest {
    @Test
    void numbersStayWhatTheyAre() {
        assertThat(ContextObserver.plain(7)).isEqualTo(7L);
        assertThat(ContextObserver.plain(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(ContextObserver.plain(new AtomicLong(8))).isEqualTo(8L);
        assertThat(ContextObserver.plain(3.0)).isEqualTo(3.0);
        assertThat(ContextObserver.plain(1.5f)).isEqualTo(1.5);
        assertThat(ContextObserver.plain(new BigDecimal("0.25"))).isEqualTo(0.25);
        assertThat(ContextObserver.plain(BigInteger.TEN.pow(20))).isEqualTo(1e20);
    }

    @Test
    void onlyScalarsAreKept() {
        assertThat(ContextObserver.plain('c')).isEqualTo("c");
        assertThat(ContextObserver.plain("text")).isEqualTo("text");
        assertThat(ContextObserver.plain(TimeUnit.DAYS)).isEqualTo("DAYS");
        assertThat(ContextObserver.plain(true)).isEqualTo(true);
        assertThat(ContextObserver.plain(List.of(1))).isNull();
        assertThat(ContextObserver.plain(new Object())).isNull();
        assertThat(ContextObserver.plain(null)).isNull();
    }
}
