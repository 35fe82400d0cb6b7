package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.GitHubApi;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Runs, one a line. */
public final class RunTable {
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private final Screen screen;
    private final ZonedDateTime now;

    /** @param now in the zone in which times are told */
    public RunTable(Screen screen, ZonedDateTime now) {
        this.screen = screen;
        this.now = now;
    }

    /** The heading, and the runs in the order given. */
    public List<String> lines(List<RawRun> runs) {
        int idLength = ShortIds.length(runs);
        Table table = new Table(
                screen,
                Column.text("TIME"),
                Column.elastic("COMMAND"),
                Column.text("RESULT"),
                Column.number("TOTAL"),
                Column.number("API"),
                Column.number("CACHE"),
                Column.number("ALERTS"),
                Column.text("ID"));
        for (RawRun raw : runs) {
            StoredRun run = raw.run();
            GitHubApi api = run.gitHubApi();
            int alerts = run.alerts().size();
            table.row(
                    Cell.of(time(raw)),
                    Cell.of(RunWords.commandLine(run.application(), run.command())),
                    RunWords.result(run),
                    Cell.of(Amount.millis(Double.isNaN(run.totalMs()) ? null : run.totalMs())),
                    Cell.of(Amount.count(api == null ? null : api.requestsMade())),
                    Cell.of(Amount.percent(run.cacheHitRate())),
                    new Cell(Integer.toString(alerts), alerts == 0 ? Style.PLAIN : Style.WARNING),
                    Cell.of(run.id().substring(0, Math.min(idLength, run.id().length()))));
        }
        return table.lines(0);
    }

    /** Runs with their ids in full, for one of them to be chosen. */
    public List<String> candidates(List<RawRun> runs) {
        Table table = new Table(screen, Column.text("ID"), Column.text("TIME"), Column.elastic("COMMAND"));
        for (RawRun run : runs) {
            table.row(
                    run.id(),
                    time(run),
                    RunWords.commandLine(run.run().application(), run.run().command()));
        }
        return table.lines(2);
    }

    private String time(RawRun run) {
        ZoneId zone = now.getZone();
        ZonedDateTime start = run.start().atZone(zone);
        return (start.getYear() == now.getYear() ? THIS_YEAR : OTHER_YEAR).format(start);
    }
}
