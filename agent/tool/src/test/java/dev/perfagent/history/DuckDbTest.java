package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfagent.generator.Generator;
import dev.perfagent.generator.Machine;
import dev.perfagent.generator.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder is a lake that others read as it is, with the queries of docs/history.md, and see the same numbers. */
class DuckDbTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @TempDir
    private static Path home;

    @BeforeAll
    static void generate() throws IOException {
        Generator.seeded(9)
                .over(FIRST, 10)
                .runs(2000)
                .command(Workload.of("batch", 1800)
                        .requests(15)
                        .phase("fetch", 0.5)
                        .phase("render", 0.2)
                        .influence("task_count", 10, 1000, 0.5))
                .command(Workload.of("status", 200).weight(2).phase("fetch", 0.5))
                .on(Machine.of("build-7"))
                .on(new Machine("laptop", "f2", 1.3, "gitlab"))
                .killed(0.02)
                .failed(0.05)
                .malformed(3)
                .newer(2)
                .write(home);
    }

    @Test
    void runsAreCountedAndMediansAgree() throws SQLException, IOException {
        Map<String, List<Double>> times = new History(home)
                .collect(
                        RunSelection.ALL.where(StoredRun::succeeded),
                        Collectors.groupingBy(
                                StoredRun::command, Collectors.mapping(StoredRun::totalMs, Collectors.toList())));

        List<List<Object>> rows = query(
                "SELECT command, count(*), quantile_disc(duration.total_ms, 0.5), sum(duration.total_ms) FROM runs"
                        + " WHERE schema = 1 AND outcome = 'success' GROUP BY command ORDER BY command");

        assertThat(rows).hasSize(2);
        for (List<Object> row : rows) {
            List<Double> ours = new ArrayList<>(times.get((String) row.get(0)));
            Collections.sort(ours);
            assertThat(row.get(1)).isEqualTo((long) ours.size());
            assertThat(row.get(2)).isEqualTo(ours.get((ours.size() + 1) / 2 - 1));
            assertThat((Double) row.get(3))
                    .isCloseTo(ours.stream().mapToDouble(Double::doubleValue).sum(), within(0.01));
        }
    }

    @Test
    void theDayIsAColumnOfItsOwn() throws SQLException, IOException {
        TimeRange day = new TimeRange(Instant.parse("2026-11-05T00:00:00Z"), Instant.parse("2026-11-06T00:00:00Z"));
        long ours = new History(home).collect(RunSelection.ALL.in(day), Collectors.counting());

        assertThat(query("SELECT count(*) FROM runs WHERE date = '2026-11-05' AND schema = 1"))
                .containsExactly(List.of(ours));
    }

    @Test
    void phasesAndContextAreReached() throws SQLException, IOException {
        double fetching = new History(home)
                .collect(
                        RunSelection.ALL.ofCommand("batch"),
                        Collectors.summingDouble(run -> run.phase("fetch") == null
                                ? 0
                                : run.duration().phases().get(0).ms()));
        long large = new History(home)
                .collect(
                        RunSelection.ALL.where(
                                run -> run.context().get("task_count") instanceof Long count && count >= 500),
                        Collectors.counting());

        assertThat((Double) query("SELECT sum(duration.phases.fetch.ms) FROM runs WHERE command = 'batch'")
                        .get(0)
                        .get(0))
                .isCloseTo(fetching, within(0.01));
        assertThat(query("SELECT count(*) FROM runs WHERE context.task_count >= 500"))
                .containsExactly(List.of(large));
    }

    private static List<List<Object>> query(String sql) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql.replace("FROM runs", "FROM " + runs()))) {
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(found.getObject(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String runs() {
        return "read_json('" + home + "/history/date=*/*.ndjson', format = 'newline_delimited',"
                + " hive_partitioning = true, union_by_name = true, ignore_errors = true)";
    }
}
