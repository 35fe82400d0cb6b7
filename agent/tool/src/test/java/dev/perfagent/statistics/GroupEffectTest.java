package dev.perfagent.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GroupEffectTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    /** Ozone by month, of R's data set airquality; R's documentation of kruskal.test: 29.267, p 6.901e-06. */
    @Test
    void asPublished() {
        GroupEffect effect = requireNonNull(GroupEffect.of(ozone()));

        assertThat(effect.pValue()).isCloseTo(6.900714118546782e-06, within(1e-12));
        assertThat(effect.explained()).isCloseTo(29.26657630611694 / 115, CLOSE);
        assertThat(effect.levels())
                .extracting(GroupEffect.Level::name)
                .containsExactly("July", "August", "June", "September", "May");
        GroupEffect.Level july = effect.levels().get(0);
        assertThat(july.ratioToOthers()).isEqualTo(2.5);
        // SciPy's mannwhitneyu against the rest, by hand times 4, for it is the second smallest of five.
        assertThat(july.pValue()).isCloseTo(4 * 0.0008451216602257659, CLOSE);
        assertThat(effect.levels().get(4).pValue()).isCloseTo(5 * 0.00017580532357425963, CLOSE);
        assertThat(effect.levels().get(2).pValue()).isCloseTo(0.36639799028508724, CLOSE);
    }

    @Test
    void namesWithFewValuesAreLeftOutAndCounted() {
        Map<String, List<Double>> groups = new LinkedHashMap<>(ozone());
        groups.put("October", List.of(1.0, 2.0, 3.0));

        assertThat(requireNonNull(GroupEffect.of(groups)).leftOut()).isEqualTo(3);
        assertThat(GroupEffect.of(Map.of("a", List.of(1.0), "b", List.of(1.0, 2.0))))
                .isNull();
    }

    @Test
    void valuesAllAlikeHaveNoEffect() {
        List<Double> same = List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0);

        assertThat(requireNonNull(GroupEffect.of(Map.of("a", same, "b", same))).pValue())
                .isEqualTo(1);
    }

    @Test
    void namesWithoutEffectAreFoundToHaveOneAsOftenAsAllowed() {
        SplittableRandom random = new SplittableRandom(4);
        int found = 0;
        for (int i = 0; i < 1000; i++) {
            Map<String, List<Double>> groups = new LinkedHashMap<>();
            for (String name : List.of("small", "medium", "large")) {
                groups.put(name, random.doubles(8).boxed().toList());
            }
            found += requireNonNull(GroupEffect.of(groups)).pValue() < 0.05 ? 1 : 0;
        }
        assertThat(found).isBetween(25, 75);
    }

    private static Map<String, List<Double>> ozone() {
        Map<String, List<Double>> months = new LinkedHashMap<>();
        months.put("May", of("41 36 12 18 28 23 19 8 7 16 11 14 18 14 34 6 30 11 1 11 4 32 23 45 115 37"));
        months.put("June", of("29 71 39 23 21 37 20 12 13"));
        months.put("July", of("135 49 32 64 40 77 97 97 85 10 27 7 48 35 61 79 63 16 80 108 20 52 82 50 64 59"));
        months.put("August", of("39 9 16 78 35 66 122 89 110 44 28 65 22 59 23 31 44 21 9 45 168 73 76 118 84 85"));
        months.put(
                "September",
                of("96 78 73 91 47 32 20 23 21 24 44 21 28 9 13 46 18 13 24 16 13 23 36 7 14 30 14 18 20"));
        return months;
    }

    private static List<Double> of(String numbers) {
        List<Double> values = new ArrayList<>();
        for (String number : numbers.split(" ", -1)) {
            values.add(Double.valueOf(number));
        }
        return values;
    }
}
