package dev.perfagent.benchmark;

import dev.perfagent.history.History;
import dev.perfagent.history.Label;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunKind;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records that the agent wrote during a benchmark, found by the labels that each run was started with.
 *
 * @param records by the number of the run; of a run that wrote several records, the longest
 */
public record AgentRecords(Map<Integer, StoredRun> records) {
    /** A script may start many JVMs in each run. */
    private static final int MOST = 20_000;

    /** The clock may be set back a little. */
    private static final long MARGIN_SECONDS = 60;

    public AgentRecords {
        records = Map.copyOf(records);
    }

    /** What is in the home of that session. */
    public static AgentRecords in(Path home, String session, Instant start) throws IOException {
        RunKind kind = new RunKind(null, List.of(new Label(AgentLabels.SESSION, session)));
        RunSelection selection = RunSelection.ALL
                .in(TimeRange.since(start.minusSeconds(MARGIN_SECONDS)))
                .ofKind(kind);
        Map<Integer, StoredRun> records = new HashMap<>();
        for (RawRun run : new History(home).newest(new RunQuery(selection, MOST))) {
            Integer number = number(run.run().context().get(AgentLabels.RUN));
            if (number != null) {
                records.merge(number, run.run(), (a, b) -> a.totalMs() >= b.totalMs() ? a : b);
            }
        }
        return new AgentRecords(records);
    }

    private static @Nullable Integer number(@Nullable Object label) {
        try {
            return label == null ? null : (Integer) Integer.parseInt(label.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The result with what was recorded of each command. */
    public BenchmarkResult joined(BenchmarkResult result) {
        List<CommandResult> commands = new ArrayList<>();
        for (CommandResult command : result.commands()) {
            List<StoredRun> of = new ArrayList<>();
            for (Measurement run : command.runs().runs()) {
                StoredRun record = records.get(run.number());
                if (record != null) {
                    of.add(record);
                }
            }
            commands.add(new CommandResult(
                    command.runs(), command.interval(), command.outliers(), AgentFigures.of(of), version(of)));
        }
        return new BenchmarkResult(result.session(), result.start(), result.end(), commands, result.pairs());
    }

    private static @Nullable String version(List<StoredRun> records) {
        return records.isEmpty() ? null : records.get(0).applicationVersion();
    }
}
