package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProcessStatTest {
    private static final String FIELDS_FROM_STATE =
            " S 1 2 3 4 5 6 7 8 9 10 150 25 13 14 15 16 17 18 987654 20 21 22 23 24 25 26 27 28 29";

    @Test
    void readsTimeAndStart() {
        ProcessStat stat = ProcessStat.parse("4711 (java)" + FIELDS_FROM_STATE);

        assertThat(stat).isEqualTo(new ProcessStat(4711, 1750, 987654));
    }

    @Test
    void aProgramMayBeNamedLikeAnything() {
        ProcessStat stat = ProcessStat.parse("4711 (a) b (c)" + FIELDS_FROM_STATE);

        assertThat(stat).isEqualTo(new ProcessStat(4711, 1750, 987654));
    }

    @Test
    void whatIsCutOffIsUnknown() {
        String whole = "4711 (java)" + FIELDS_FROM_STATE;
        for (int length = 0; length < whole.indexOf("987654"); length++) {
            assertThat(ProcessStat.parse(whole.substring(0, length))).isNull();
        }
    }
}
