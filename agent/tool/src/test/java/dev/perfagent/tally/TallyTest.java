package dev.perfagent.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.analysis.SeriesBlocks;
import dev.perfagent.run.Contention;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is added up in parts is what is added up in one, and memory stays bounded. */
class TallyTest {
    @Test
    void aSeriesIsSortedByTimeWithAllThatBelongsToARun() {
        Random random = new Random(1);
        TimeSeries series = new TimeSeries();
        for (int i = 0; i < 10_000; i++) {
            long start = 1_700_000_000_000L + random.nextInt(1_000_000) * 1000L;
            series.add(start, (double) (start % 1_000_003), (int) (start / 1000 % 500), Contention.UNKNOWN);
        }

        series.sort();

        assertThat(series.size()).isEqualTo(10_000);
        for (int i = 0; i < series.size(); i++) {
            assertThat(series.value(i)).isEqualTo((double) (series.start(i) % 1_000_003));
            assertThat(series.version(i)).isEqualTo((int) (series.start(i) / 1000 % 500));
            assertThat(i == 0 || series.start(i) >= series.start(i - 1)).isTrue();
        }
    }

    @Test
    void versionsKeepTheirNamesWhenPartsArePutTogether() {
        NameIndex mine = new NameIndex();
        NameIndex theirs = new NameIndex();
        mine.number("1.0");
        theirs.number("2.0");
        theirs.number("1.0");
        TimeSeries series = new TimeSeries();
        TimeSeries other = new TimeSeries();
        other.add(2, 20, theirs.number("2.0"), Contention.UNKNOWN);
        other.add(1, 10, theirs.number("1.0"), Contention.UNKNOWN);

        series.addAll(other, mine.numbersOf(theirs));

        assertThat(mine.name(series.version(0))).isEqualTo("2.0");
        assertThat(mine.name(series.version(1))).isEqualTo("1.0");
    }

    @Test
    void namesBeyondTheLimitShareATotal() {
        BoundedTotals<String, int[]> totals = new BoundedTotals<>(2, "(others)", () -> new int[1]);
        for (String name : List.of("a", "b", "c", "a", "d")) {
            totals.get(name)[0]++;
        }

        assertThat(totals.totals().keySet()).containsExactly("a", "b", "(others)");
        assertThat(totals.get("a")).containsExactly(2);
        assertThat(totals.get("z")).containsExactly(2);
    }

    @Test
    void theGreatestAreKeptWhateverTheOrder() {
        TopEntries<Integer> first = new TopEntries<>(3, Comparator.naturalOrder());
        TopEntries<Integer> second = new TopEntries<>(3, Comparator.naturalOrder());
        IntStream.of(5, 1, 9).forEach(first::offer);
        IntStream.of(7, 2, 8, 3).forEach(second::offer);

        first.addAll(second);

        assertThat(first.greatestFirst()).containsExactly(9, 8, 7);
    }

    @Test
    void megabytesComeBackAsTheyWere() {
        FloatList numbers = new FloatList();
        for (int i = 0; i < 100; i++) {
            numbers.add(78.3);
        }

        assertThat(numbers.values()).hasSize(100).containsOnly(78.3);
    }

    @Test
    void aLongSeriesIsToldByMediansOfItsParts() {
        TimeSeries series = new TimeSeries();
        for (int i = 0; i < 1001; i++) {
            series.add(i, i, 0, Contention.UNKNOWN);
        }

        SeriesBlocks blocks = SeriesBlocks.of(series, 500);

        assertThat(blocks.size()).isEqualTo(3);
        assertThat(blocks.medians()).hasSize(333).startsWith(3, 6).endsWith(999);
    }

    @Test
    void lotsAreEvenForIdsThatDifferInTheirLastDigit() {
        long below = IntStream.range(0, 10_000)
                .filter(i -> SampledRun.lot("01a1b859001f-" + i) < 0)
                .count();

        assertThat(below).isBetween(4800L, 5200L);
    }
}
