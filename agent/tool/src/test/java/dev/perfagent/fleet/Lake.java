package dev.perfagent.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/** A database in memory with the view {@code runs}, as the files of docs/sql define it. */
final class Lake implements AutoCloseable {
    private static final Path SQL = Path.of("..", "..", "docs", "sql");

    private final Connection database;

    private Lake(Path folder, String view) throws SQLException, IOException {
        database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        execute("SET threads = 2");
        execute("SET VARIABLE lake = '" + folder + "'");
        execute(text(view));
    }

    /** Of lines of JSON below folders named {@code date=…}. */
    static Lake raw(Path folder) throws SQLException, IOException {
        return new Lake(folder, "runs-ndjson");
    }

    /** Of what {@link #compact} wrote. */
    static Lake parquet(Path folder) throws SQLException, IOException {
        return new Lake(folder, "runs-parquet");
    }

    /** The names of the questions. */
    static List<String> questions() throws IOException {
        try (Stream<Path> files = Files.list(SQL)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".sql"))
                    .map(name -> name.substring(0, name.length() - ".sql".length()))
                    .filter(name -> !name.startsWith("runs-") && !name.equals("compact"))
                    .sorted()
                    .toList();
        }
    }

    /** What the file has. */
    static String text(String name) throws IOException {
        return Files.readString(SQL.resolve(name + ".sql"));
    }

    void compact(String firstDay, String lastDay, Path folder) throws SQLException, IOException {
        execute("SET VARIABLE compact = '" + folder + "'");
        execute("SET VARIABLE first_day = DATE '" + firstDay + "'");
        execute("SET VARIABLE last_day = DATE '" + lastDay + "'");
        execute(text("compact"));
    }

    /** Does what a part of a guide says, as DuckDB's own program would. */
    void follow(String lines) throws SQLException, IOException {
        for (String line : lines.lines().toList()) {
            String file = ".read docs/sql/";
            execute(line.startsWith(file) ? text(line.substring(file.length()).replaceFirst("\\.sql$", "")) : line);
        }
    }

    /** The answer to a question, a map from column to value for each row; numbers are doubles. */
    List<Map<String, @Nullable Object>> ask(String question) throws SQLException, IOException {
        return rows(text(question));
    }

    List<Map<String, @Nullable Object>> rows(String sql) throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    Object value = found.getObject(column);
                    row.put(
                            found.getMetaData().getColumnName(column),
                            value instanceof Number number ? (Object) number.doubleValue() : value);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
