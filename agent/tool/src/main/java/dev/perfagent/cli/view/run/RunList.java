package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.GitHubApi;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs, one a line. */
public final class RunList {
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private final ZonedDateTime now;

    /** @param now in the zone in which times are shown */
    public RunList(ZonedDateTime now) {
        this.now = now;
    }

    /** The runs in the order given. */
    public Document of(List<RawRun> runs) {
        int idLength = ShortIds.length(runs);
        Document document = new Document();
        Section section = document.opening();
        boolean requests = runs.stream().anyMatch(run -> run.run().gitHubApi() != null);
        boolean caches = runs.stream().anyMatch(run -> run.run().cacheHitRate() != null);
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("TIME"),
                Column.elastic("COMMAND"),
                Column.text("RESULT"),
                Column.number("TOTAL"),
                Column.number("CPU"),
                Column.spareNumber("MACHINE")));
        addIf(requests, Column.number("API"), columns);
        addIf(caches, Column.spareNumber("CACHE"), columns);
        columns.addAll(List.of(Column.number("ALERTS"), Column.text("ID")));
        section.columns(columns.toArray(Column[]::new));
        for (RawRun raw : runs) {
            StoredRun run = raw.run();
            GitHubApi api = run.gitHubApi();
            int alerts = run.alerts().size();
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(time(raw)),
                    Cell.of(RunWords.commandLine(run.application(), run.command())),
                    RunWords.result(run),
                    Cell.of(Amount.millis(Double.isNaN(run.totalMs()) ? null : run.totalMs())),
                    Cell.of(Amount.millis(run.resourceUsage().cpuTimeMs())),
                    Cell.of(Amount.percent(run.machineShare()))));
            addIf(requests, Cell.of(Amount.count(api == null ? null : api.requestsMade())), cells);
            addIf(caches, Cell.of(Amount.percent(run.cacheHitRate())), cells);
            cells.add(new Cell(Integer.toString(alerts), alerts == 0 ? Style.PLAIN : Style.WARNING));
            cells.add(Cell.of(run.id().substring(0, Math.min(idLength, run.id().length()))));
            section.row(cells.toArray(Cell[]::new));
        }
        return document;
    }

    /** Columns that no run of the list has anything for are left out. */
    private static <T> void addIf(boolean wanted, T one, List<T> all) {
        if (wanted) {
            all.add(one);
        }
    }

    /** Runs with their ids in full, for one of them to be chosen. */
    public Document candidates(String heading, List<RawRun> runs) {
        Document document = new Document();
        Section section = document.section(heading);
        section.columns(Column.text("ID"), Column.text("TIME"), Column.elastic("COMMAND"));
        for (RawRun run : runs) {
            section.row(
                    run.id(),
                    time(run),
                    RunWords.commandLine(run.run().application(), run.run().command()));
        }
        return document;
    }

    private String time(RawRun run) {
        ZoneId zone = now.getZone();
        ZonedDateTime start = run.start().atZone(zone);
        return (start.getYear() == now.getYear() ? THIS_YEAR : OTHER_YEAR).format(start);
    }
}
