package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.history.Fields;

/** What a run used besides the machine: hosts, caches, child processes. */
final class ExternalUseSection {
    private ExternalUseSection() {}

    static void add(Fields run, Document document) {
        hosts(run, document.section("HTTP"));
        caches(run, document.section("Caches"));
        processes(run, document.section("Child processes"));
    }

    private static void hosts(Fields run, Section section) {
        section.columns(
                Column.elastic("HOST"),
                Column.number("REQUESTS"),
                Column.number("TIME"),
                Column.number("FAILED"),
                Column.number("SENT"),
                Column.number("RECEIVED"));
        for (Fields host : run.objects("http")) {
            Double received = host.number("bytes_received");
            section.row(
                    host.text("host", Amount.UNKNOWN),
                    Amount.count(host.whole("requests")),
                    Amount.millis(host.number("ms")),
                    Amount.count(host.whole("errors")),
                    Amount.bytes(host.number("bytes_sent")),
                    Amount.bytes(received == null ? host.number("bytes") : received));
        }
    }

    private static void caches(Fields run, Section section) {
        section.columns(
                Column.elastic("CACHE"),
                Column.text("KIND"),
                Column.number("HITS"),
                Column.number("MISSES"),
                Column.number("RATE"),
                Column.number("LOADING"),
                Column.number("EVICTED"),
                Column.number("ENTRIES"));
        for (Fields cache : run.objects("caches")) {
            section.row(
                    cache.text("name", Amount.UNKNOWN),
                    cache.text("kind", Amount.UNKNOWN),
                    Amount.count(cache.whole("hits")),
                    Amount.count(cache.whole("misses")),
                    cache.whole("hits") == null ? "statistics off" : Amount.percent(cache.number("hit_rate")),
                    Amount.millis(cache.number("load_ms")),
                    Amount.count(cache.whole("evictions")),
                    Amount.count(cache.whole("size")));
        }
    }

    private static void processes(Fields run, Section section) {
        section.columns(
                Column.elastic("PROGRAM"), Column.number("COUNT"), Column.number("TIME"), Column.number("FAILED"));
        for (Fields process : run.objects("processes")) {
            section.row(
                    process.text("program", Amount.UNKNOWN),
                    Amount.count(process.whole("count")),
                    Amount.millis(process.number("ms")),
                    Amount.count(process.whole("failures")));
        }
    }
}
