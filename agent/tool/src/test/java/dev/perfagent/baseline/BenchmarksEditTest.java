package dev.perfagent.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarksEditTest {
    @Test
    void onlyTheNumberChanges() throws UneditableException {
        String text = """
                # Mine.
                benchmarks:   # all of it
                  commands:
                    # The slow one.
                    batch:
                      target_ms: 1500   # wanted
                      baseline_ms: 1800   # measured
                      run: ["java", '-jar', "a.jar"]

                    status: { baseline_ms: 1500, target_ms: 1200 }   # quick
                """;

        String edited = edit(text, Map.of("batch", 1912.4, "status", 7.26));

        assertThat(edited).isEqualTo(text.replace("1800", "1912").replace("baseline_ms: 1500", "baseline_ms: 7.3"));
    }

    @Test
    void aValueThatIsMissingIsPutFirst() throws UneditableException {
        assertThat(edit("""
                benchmarks:
                  commands:
                    batch:
                      # The budget.
                      target_ms: 1500
                    status: {target_ms: 5}
                    setup: {}
                    other:   # nothing yet
                    last:
                """, Map.of("batch", 100.0, "status", 200.0, "setup", 300.0, "other", 400.0, "last", 500.0)))
                .isEqualTo("""
                        benchmarks:
                          commands:
                            batch:
                              # The budget.
                              baseline_ms: 100
                              target_ms: 1500
                            status: { baseline_ms: 200,target_ms: 5}
                            setup: { baseline_ms: 300 }
                            other:   # nothing yet
                              baseline_ms: 400
                            last:
                              baseline_ms: 500
                        """);
    }

    @Test
    void newCommandsComeAfterTheLastWithTheIndentOfTheFile() throws UneditableException {
        assertThat(edit("""
                benchmarks:
                    commands:
                        batch:
                            baseline_ms: 1800   # measured

                    # What is asked.
                    scenarios: {}
                """, Map.of("batch", 1800.0, "project list", 50.0, "on", 60.0)))
                .isEqualTo("""
                        benchmarks:
                            commands:
                                batch:
                                    baseline_ms: 1800   # measured
                                "on":
                                    baseline_ms: 60
                                project list:
                                    baseline_ms: 50

                            # What is asked.
                            scenarios: {}
                        """);
    }

    @Test
    void whatSurroundsTheCommandsIsMade() throws UneditableException {
        SortedMap<String, Double> batch = new TreeMap<>(Map.of("batch", 1800.0));
        String all = "benchmarks:\n  commands:\n    batch:\n      baseline_ms: 1800\n";
        assertThat(edit("", batch)).isEqualTo(all);
        assertThat(edit("# Mine.", batch)).isEqualTo("# Mine.\n" + all);
        assertThat(edit("benchmarks:\n  baseline: { date: x }\n", batch))
                .isEqualTo("benchmarks:\n  baseline: { date: x }\n  commands:\n    batch:\n      baseline_ms: 1800\n");
        assertThat(edit("benchmarks:\n  commands:\n  scenarios: {}\n", batch))
                .isEqualTo("benchmarks:\n  commands:\n    batch:\n      baseline_ms: 1800\n  scenarios: {}\n");
        assertThat(edit("benchmarks: { commands: {} }", batch))
                .isEqualTo("benchmarks: { commands: { batch: { baseline_ms: 1800 } } }");
        assertThat(edit("benchmarks: {commands: {a: {baseline_ms: 1}}}", batch))
                .isEqualTo("benchmarks: {commands: {a: {baseline_ms: 1}, batch: { baseline_ms: 1800 }}}");
    }

    @Test
    void quotesAnchorsAndLineEndsStay() throws UneditableException {
        assertThat(edit(
                        "benchmarks:\r\n  commands:\r\n    batch: &b\r\n      baseline_ms: '1800'\r\n",
                        Map.of("batch", 1900.0, "new", 20.0)))
                .isEqualTo("benchmarks:\r\n  commands:\r\n    batch: &b\r\n      baseline_ms: '1900'\r\n    new:\r\n"
                        + "      baseline_ms: 20\r\n");
        assertThat(edit("benchmarks: { commands: { a: { baseline_ms: &x 1800 } } }", Map.of("a", 5000.0)))
                .isEqualTo("benchmarks: { commands: { a: { baseline_ms: &x 5000 } } }");
        assertThat(edit("\uFEFF# ü😀\nbenchmarks: { commands: { 'ü😀': { baseline_ms: 1 } } }", Map.of("ü😀", 20.0)))
                .isEqualTo("\uFEFF# ü😀\nbenchmarks: { commands: { 'ü😀': { baseline_ms: 20 } } }");
    }

    @Test
    void aMapThatMergesAnotherGetsAValueOfItsOwn() throws UneditableException {
        assertThat(edit("""
                defaults: &d
                  target_ms: 5
                benchmarks:
                  commands:
                    batch:
                      <<: *d
                      max_acceptable_ms: 9
                """, Map.of("batch", 30.0))).contains("    batch:\n      baseline_ms: 30\n      <<: *d\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "benchmarks:\n  commands:\n    a: &a { baseline_ms: 1 }\n    batch: *a\n",
                "benchmarks:\n  commands:\n    batch: &a { baseline_ms: 1 }\n    b: *a\n",
                "x: &n 5\nbenchmarks:\n  commands:\n    batch: { baseline_ms: *n }\n",
                "benchmarks:\n  commands:\n    batch: { baseline_ms: &n 5 }\n    b: { target_ms: *n }\n",
                "benchmarks:\n  commands:\n    batch: [1]\n",
                "benchmarks:\n  commands:\n    batch: { baseline_ms: [1] }\n",
                "benchmarks:\n  commands:\n    batch: { baseline_ms: 0x10 }\n    ? [a]\n    : 1\n  commands: {}\n",
                "benchmarks: [1]\n",
                "[1]\n",
                "a: 1\n---\nb: 2\n",
                "benchmarks: {\n",
                "benchmarks:\n  commands:\n    batch:\n      baseline_ms: |\n        1800\n",
                "{ a: 1 }",
            })
    void whatCannotBeEditedSafelyIsLeftAlone(String text) {
        assertThatThrownBy(() -> edit(text, Map.of("batch", 1900.0)))
                .isInstanceOf(UneditableException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void theShippedFileKeepsAllItsLines() throws Exception {
        String text = Files.readString(shipped());

        String edited = edit(text, Map.of("batch", 1812.0, "export", 99.0));

        List<String> before = text.lines().toList();
        List<String> after = edited.lines().toList();
        assertThat(after).hasSize(before.size() + 2);
        assertThat(after.stream().filter(line -> !before.contains(line)))
                .containsExactly("      baseline_ms: 1812", "    export:", "      baseline_ms: 99");
    }

    @Test
    void theDiffIsWhatPatchReads() throws UneditableException {
        String text = "benchmarks:\n  commands:\n    a:\n      x: 1\n      y: 1\n      z: 1\n      baseline_ms: 1\n"
                + "      b: 1\n      c: 1\n      d: 1\n      e: 1\n      f: 1\n      g: 1\n      h: 1\n    last: {}";
        SortedMap<String, Double> ms = new TreeMap<>(Map.of("a", 20.0, "last", 30.0));

        assertThat(UnifiedDiff.of("b.yml", text, BenchmarksEdit.of(text, ms))).isEqualTo("""
                --- b.yml
                +++ b.yml
                @@ -4,7 +4,7 @@
                       x: 1
                       y: 1
                       z: 1
                -      baseline_ms: 1
                +      baseline_ms: 20
                       b: 1
                       c: 1
                       d: 1
                @@ -12,4 +12,4 @@
                       f: 1
                       g: 1
                       h: 1
                -    last: {}
                \\ No newline at end of file
                +    last: { baseline_ms: 30 }
                \\ No newline at end of file
                """);
        assertThat(UnifiedDiff.of("b.yml", text, List.of())).isEmpty();
        assertThat(UnifiedDiff.of("b.yml", "", BenchmarksEdit.of("", ms))).startsWith("""
                --- b.yml
                +++ b.yml
                @@ -0,0 +1,6 @@
                +benchmarks:
                """);
    }

    /** Whatever is done to a file: it is either edited so that it means what it should, or left alone. */
    @Test
    void mangledFilesNeverFailInAnotherWay() throws IOException {
        String text = Files.readString(shipped());
        SplittableRandom random = new SplittableRandom(1);
        String odd = "{}[]:-#&*!|>'\"%@`,?\t\r\n ~";
        int edited = 0;
        for (int i = 0; i < 2000; i++) {
            StringBuilder mangled = new StringBuilder(text);
            for (int j = 0; j < 1 + random.nextInt(3); j++) {
                int at = random.nextInt(mangled.length());
                mangled.replace(at, at + random.nextInt(2), "" + odd.charAt(random.nextInt(odd.length())));
            }
            try {
                edit(mangled.toString(), Map.of("batch", 1912.0, "export", 20.0));
                edited++;
            } catch (UneditableException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
        assertThat(edited).isGreaterThan(500);
    }

    private static String edit(String text, Map<String, Double> ms) throws UneditableException {
        return BenchmarksEdit.apply(text, BenchmarksEdit.of(text, new TreeMap<>(ms)));
    }

    private static Path shipped() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("config/benchmarks.yml"))) {
            here = Objects.requireNonNull(here.getParent());
        }
        return here.resolve("config/benchmarks.yml");
    }
}
