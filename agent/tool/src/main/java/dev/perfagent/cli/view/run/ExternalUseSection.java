package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Page;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.output.Table;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.history.Fields;

/** What a run used besides the machine: hosts, caches, child processes. */
final class ExternalUseSection {
    private final Screen screen;

    ExternalUseSection(Screen screen) {
        this.screen = screen;
    }

    void add(Fields run, Page page) {
        page.section("HTTP");
        page.table(hosts(run));
        page.section("Caches");
        page.table(caches(run));
        page.section("Child processes");
        page.table(processes(run));
    }

    private Table hosts(Fields run) {
        Table table = new Table(
                screen,
                Column.elastic("HOST"),
                Column.number("REQUESTS"),
                Column.number("TIME"),
                Column.number("FAILED"),
                Column.number("SIZE"));
        for (Fields host : run.objects("http")) {
            table.row(
                    host.text("host", Amount.UNKNOWN),
                    Amount.count(host.whole("requests")),
                    Amount.millis(host.number("ms")),
                    Amount.count(host.whole("errors")),
                    Amount.bytes(host.number("bytes")));
        }
        return table;
    }

    private Table caches(Fields run) {
        Table table = new Table(
                screen,
                Column.elastic("CACHE"),
                Column.text("KIND"),
                Column.number("HITS"),
                Column.number("MISSES"),
                Column.number("RATE"),
                Column.number("LOADING"),
                Column.number("EVICTED"),
                Column.number("ENTRIES"));
        for (Fields cache : run.objects("caches")) {
            table.row(
                    cache.text("name", Amount.UNKNOWN),
                    cache.text("kind", Amount.UNKNOWN),
                    Amount.count(cache.whole("hits")),
                    Amount.count(cache.whole("misses")),
                    Amount.percent(cache.number("hit_rate")),
                    Amount.millis(cache.number("load_ms")),
                    Amount.count(cache.whole("evictions")),
                    Amount.count(cache.whole("size")));
        }
        return table;
    }

    private Table processes(Fields run) {
        Table table = new Table(
                screen,
                Column.elastic("PROGRAM"),
                Column.number("COUNT"),
                Column.number("TIME"),
                Column.number("FAILED"));
        for (Fields process : run.objects("processes")) {
            table.row(
                    process.text("program", Amount.UNKNOWN),
                    Amount.count(process.whole("count")),
                    Amount.millis(process.number("ms")),
                    Amount.count(process.whole("failures")));
        }
        return table;
    }
}
