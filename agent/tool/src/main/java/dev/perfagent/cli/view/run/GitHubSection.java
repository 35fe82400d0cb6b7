package dev.perfagent.cli.view.run;

import static dev.perfagent.cli.view.run.ResourceSection.after;
import static dev.perfagent.cli.view.run.ResourceSection.list;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Page;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.output.Table;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.output.TimeText;
import dev.perfagent.history.Fields;
import dev.perfagent.history.RecordTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run asked of the GitHub API. */
final class GitHubSection {
    private final Screen screen;
    private final ZoneId zone;

    GitHubSection(Screen screen, ZoneId zone) {
        this.screen = screen;
        this.zone = zone;
    }

    void add(Fields api, Page page) {
        page.section("GitHub API");
        Boolean authenticated = api.flag("authenticated");
        page.entry(
                "requests",
                list(
                        Amount.known(Amount.count(api.whole("requests_made"))),
                        after(Amount.count(api.whole("errors")), "failed"),
                        after(Amount.count(api.whole("retries")), "retried"),
                        authenticated == null ? "" : authenticated ? "authenticated" : "not authenticated"));
        page.entry(
                "HTTP cache",
                list(
                        after(Amount.count(api.whole("cache_hits")), "hits"),
                        after(Amount.count(api.whole("cache_misses")), "misses"),
                        after(Amount.count(api.whole("conditional_hits")), "not modified (304)")));
        page.entry("throttled", Amount.known(Amount.millis(api.number("throttled_ms"))));
        page.table(limits(api));
        page.section("GitHub operations");
        page.table(operations(api));
        page.section("GitHub endpoints");
        page.table(endpoints(api));
    }

    private Table limits(Fields api) {
        Table table = new Table(
                screen,
                Column.elastic("RATE LIMIT"),
                Column.number("TAKEN"),
                Column.number("LEFT"),
                Column.number("OF"),
                Column.text("RESETS"));
        for (Map.Entry<String, Fields> limit : api.named("resources").entrySet()) {
            Fields fields = limit.getValue();
            table.row(
                    limit.getKey(),
                    Amount.count(fields.whole("consumed")),
                    Amount.count(fields.whole("remaining")),
                    Amount.count(fields.whole("limit")),
                    time(fields.text("reset")));
        }
        return table;
    }

    private Table operations(Fields api) {
        Table table = new Table(
                screen,
                Column.elastic("OPERATION"),
                Column.number("CALLS"),
                Column.number("REQUESTS"),
                Column.number("TIME"),
                Column.number("LONGEST"));
        for (Fields operation : api.objects("operations")) {
            table.row(
                    operation.text("name", Amount.UNKNOWN),
                    Amount.count(operation.whole("count")),
                    Amount.count(operation.whole("requests")),
                    Amount.millis(operation.number("ms")),
                    Amount.millis(operation.number("max_ms")));
        }
        return table;
    }

    private Table endpoints(Fields api) {
        Table table = new Table(
                screen,
                Column.elastic("ENDPOINT"),
                Column.number("COUNT"),
                Column.number("TIME"),
                Column.number("LONGEST"),
                Column.number("SIZE"),
                Column.text("STATUS"));
        for (Fields endpoint : api.objects("endpoints")) {
            table.row(
                    endpoint.text("endpoint", Amount.UNKNOWN),
                    Amount.count(endpoint.whole("count")),
                    Amount.millis(endpoint.number("ms")),
                    Amount.millis(endpoint.number("max_ms")),
                    Amount.bytes(endpoint.number("bytes")),
                    status(endpoint.values("status")));
        }
        return table;
    }

    /** {@code 200}, or {@code 4x200 1x304} when there were several. */
    private static String status(Map<String, String> counts) {
        if (counts.size() == 1) {
            return counts.keySet().iterator().next();
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + "x" + entry.getKey())
                .collect(Collectors.joining(" "));
    }

    private String time(@Nullable String text) {
        Instant time = RecordTime.parse(text);
        return time == null ? Amount.UNKNOWN : TimeText.second(time, zone);
    }
}
