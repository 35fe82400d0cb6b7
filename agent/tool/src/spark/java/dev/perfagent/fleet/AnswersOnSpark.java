package dev.perfagent.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfagent.analysis.Scope;
import dev.perfagent.analysis.Timing;
import dev.perfagent.generator.GeneratorMain;
import dev.perfagent.history.History;
import dev.perfagent.history.RunKind;
import dev.perfagent.history.RunSelection;
import dev.perfagent.report.CommandReport;
import dev.perfagent.report.Report;
import dev.perfagent.report.Reporter;
import dev.perfagent.tally.Tally;
import dev.perfagent.threshold.Budget;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Questions that Spark understands as they are, asked over the Parquet files that DuckDB compacted. Not part of the build,
 * because Spark is 300 MB: {@code mvn -Pspark -pl agent/tool -am test}.
 */
class AnswersOnSpark {
    private static final int RUNS = 20_000;

    /** Sums of another order differ in the last digits. */
    private static final double PART = 1e-9;

    @TempDir
    private static Path folder;

    private static Lake parquet;
    private static SparkSession spark;
    private static Report report;

    @BeforeAll
    static void compact() throws IOException, SQLException {
        Path home = folder.resolve("home");
        Path compact = folder.resolve("compact");
        GeneratorMain.large(RUNS).write(home);
        try (Lake raw = Lake.raw(home.resolve("history"))) {
            raw.compact("2026-01-01", "2026-12-31", compact);
        }
        parquet = Lake.parquet(compact);
        History history = new History(home);
        Tally tally = history.collect(RunSelection.ALL, Tally.collector(RunKind.ALL));
        Scope scope = new Scope(Instant.parse("2026-11-21T00:00:00Z"), null, null, null, null, RunKind.ALL);
        report = new Reporter(name -> Budget.NONE).of(tally, scope, history.tally());
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
        spark.sparkContext().setLogLevel("OFF");
        spark.read().parquet(compact.toString()).createOrReplaceTempView("runs");
    }

    @AfterAll
    static void stop() throws SQLException {
        spark.stop();
        parquet.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slowest-commands",
                "regressions-by-version",
                "failures-by-command",
                "flaky-runners",
                "machine-share-by-host",
                "cold-starts"
            })
    void sparkAnswersAsDuckDbDoes(String question) throws IOException, SQLException {
        Map<String, Map<String, @Nullable Object>> ofDuckDb = byName(parquet.ask(question));
        Map<String, Map<String, @Nullable Object>> ofSpark = byName(ask(question));

        assertThat(ofDuckDb).isNotEmpty();
        assertThat(ofSpark.keySet()).isEqualTo(ofDuckDb.keySet());
        ofDuckDb.forEach((name, row) -> {
            Map<String, @Nullable Object> other = Objects.requireNonNull(ofSpark.get(name));
            assertThat(other.keySet()).isEqualTo(row.keySet());
            row.forEach((column, value) -> {
                if (value instanceof Double number && other.get(column) instanceof Double found) {
                    assertThat(found).as(name + " " + column).isCloseTo(number, within(PART * Math.abs(number)));
                } else {
                    assertThat(other.get(column)).as(name + " " + column).isEqualTo(value);
                }
            });
        });
    }

    @Test
    void timesAreThoseOfTheReport() throws IOException {
        List<Map<String, @Nullable Object>> rows = ask("slowest-commands");

        assertThat(rows).hasSameSizeAs(report.commands());
        for (Map<String, @Nullable Object> row : rows) {
            Timing timing = report.commands().stream()
                    .filter(command -> command.name().command().equals(row.get("command")))
                    .findFirst()
                    .map(CommandReport::timing)
                    .orElseThrow();
            assertThat(row)
                    .containsEntry("runs", (double) timing.runs())
                    .containsEntry("median_ms", timing.median())
                    .containsEntry("p95_ms", timing.p95());
        }
    }

    private static List<Map<String, @Nullable Object>> ask(String question) throws IOException {
        String sql = Lake.text(question).strip();
        return spark.sql(sql.substring(0, sql.length() - 1)).collectAsList().stream()
                .map(AnswersOnSpark::row)
                .toList();
    }

    private static Map<String, @Nullable Object> row(Row found) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        String[] names = found.schema().fieldNames();
        for (int i = 0; i < names.length; i++) {
            Object value = found.get(i);
            row.put(names[i], value instanceof Number number ? (Object) number.doubleValue() : value);
        }
        return row;
    }

    /** Rows by what is no number in them, because rows with equal numbers may come in any order. Times are texts. */
    private static Map<String, Map<String, @Nullable Object>> byName(List<Map<String, @Nullable Object>> rows) {
        Map<String, Map<String, @Nullable Object>> named = new TreeMap<>();
        for (Map<String, @Nullable Object> row : rows) {
            row.replaceAll((column, value) -> value instanceof Timestamp time
                    ? String.valueOf(time.toLocalDateTime())
                    : value == null || value instanceof Double ? value : String.valueOf(value));
            StringBuilder name = new StringBuilder();
            row.forEach((column, value) -> name.append(value instanceof Double ? "" : value + " "));
            named.put(name.append(row.get("exit_code")).toString(), row);
        }
        assertThat(named).hasSameSizeAs(rows);
        return named;
    }
}
