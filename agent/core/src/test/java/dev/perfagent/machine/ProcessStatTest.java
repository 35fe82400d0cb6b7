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

    @Test
    void readsTheTimeSinceBootInTicks() {
        assertThat(ProcessStat.uptimeTicks("350735.47 234388.90\n")).isEqualTo(35_073_547);
        assertThat(ProcessStat.uptimeTicks("0.05 0.00\n")).isEqualTo(5);
        for (String foreign :
                new String[] {null, "", "12", "12.", "12.3", "a.bc 1.00", "99999999999999999999.00 1.00"}) {
            assertThat(ProcessStat.uptimeTicks(foreign)).as(foreign).isEqualTo(-1);
        }
    }
}
