package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SmallFileTest {
    private static final String STATUS = "Name:\tjava\nVmPeak:\t  900 kB\nVmHWM:\t  137758 kB\nThreads:\t12\n";

    @Test
    void findsTheNumberOfAKey() {
        assertThat(SmallFile.number(STATUS, "VmHWM:")).isEqualTo(137_758);
        assertThat(SmallFile.number("syscr: 12\nsyscw: 7\n", "syscr:")).isEqualTo(12);
    }

    @Test
    void whatIsNotThereIsUnknown() {
        assertThat(SmallFile.number(STATUS, "VmSwap:")).isNull();
        assertThat(SmallFile.number(STATUS, "Name:")).isNull();
        assertThat(SmallFile.number(null, "VmHWM:")).isNull();
        assertThat(SmallFile.bytes("/no/such/file", 10)).isNull();
    }
}
