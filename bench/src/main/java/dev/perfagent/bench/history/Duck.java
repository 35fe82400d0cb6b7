package dev.perfagent.bench.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.duckdb.DuckDBDriver;

/** The same question asked of DuckDB. */
final class Duck {
    private final Path history;

    Duck(Path history) {
        this.history = history;
    }

    /**
     * Figures of runs that succeeded and were warm, by command.
     *
     * @param date only of that day, such as {@code 2026-11-19}; empty for all
     */
    Map<String, Timing> timings(String date) {
        String sql = "SELECT command, count(*), median(duration.total_ms), quantile_disc(duration.total_ms, 0.95)"
                + " FROM read_json('" + history + "/date=*/*.ndjson', format = 'newline_delimited',"
                + " hive_partitioning = true, union_by_name = true, ignore_errors = true)"
                + " WHERE schema = 1 AND outcome = 'success' AND self.plan = 'warm'"
                + (date.isEmpty() ? "" : " AND date = '" + date + "'")
                + " GROUP BY command";
        Map<String, Timing> timings = new TreeMap<>();
        try (Connection database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                timings.put(rows.getString(1), new Timing(rows.getLong(2), rows.getDouble(3), rows.getDouble(4)));
            }
            return timings;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
