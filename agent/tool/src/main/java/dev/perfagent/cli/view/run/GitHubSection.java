package dev.perfagent.cli.view.run;

import static dev.perfagent.cli.view.run.ResourceSection.after;
import static dev.perfagent.cli.view.run.ResourceSection.list;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
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
    private final ZoneId zone;

    GitHubSection(ZoneId zone) {
        this.zone = zone;
    }

    void add(Fields api, Document document) {
        Section section = document.section("GitHub API");
        Boolean authenticated = api.flag("authenticated");
        section.entry(
                "requests",
                list(
                        Amount.known(Amount.count(api.whole("requests_made"))),
                        after(Amount.count(api.whole("errors")), "failed"),
                        after(Amount.count(api.whole("retries")), "retried"),
                        authenticated == null ? "" : authenticated ? "authenticated" : "not authenticated"));
        section.entry(
                "HTTP cache",
                list(
                        after(Amount.count(api.whole("cache_hits")), "hits"),
                        after(Amount.count(api.whole("cache_misses")), "misses"),
                        after(Amount.count(api.whole("conditional_hits")), "not modified (304)")));
        section.entry("throttled", Amount.known(Amount.millis(api.number("throttled_ms"))));
        limits(api, section);
        operations(api, document.section("GitHub operations"));
        endpoints(api, document.section("GitHub endpoints"));
    }

    private void limits(Fields api, Section section) {
        section.columns(
                Column.elastic("RATE LIMIT"),
                Column.number("TAKEN"),
                Column.number("LEFT"),
                Column.number("OF"),
                Column.text("RESETS"));
        for (Map.Entry<String, Fields> limit : api.named("resources").entrySet()) {
            Fields fields = limit.getValue();
            section.row(
                    limit.getKey(),
                    Amount.count(fields.whole("consumed")),
                    Amount.count(fields.whole("remaining")),
                    Amount.count(fields.whole("limit")),
                    time(fields.text("reset")));
        }
    }

    private static void operations(Fields api, Section section) {
        section.columns(
                Column.elastic("OPERATION"),
                Column.number("CALLS"),
                Column.number("REQUESTS"),
                Column.number("TIME"),
                Column.number("LONGEST"));
        for (Fields operation : api.objects("operations")) {
            section.row(
                    operation.text("name", Amount.UNKNOWN),
                    Amount.count(operation.whole("count")),
                    Amount.count(operation.whole("requests")),
                    Amount.millis(operation.number("ms")),
                    Amount.millis(operation.number("max_ms")));
        }
    }

    private static void endpoints(Fields api, Section section) {
        section.columns(
                Column.elastic("ENDPOINT"),
                Column.number("COUNT"),
                Column.number("TIME"),
                Column.number("LONGEST"),
                Column.number("SIZE"),
                Column.text("STATUS"));
        for (Fields endpoint : api.objects("endpoints")) {
            section.row(
                    endpoint.text("endpoint", Amount.UNKNOWN),
                    Amount.count(endpoint.whole("count")),
                    Amount.millis(endpoint.number("ms")),
                    Amount.millis(endpoint.number("max_ms")),
                    Amount.bytes(endpoint.number("bytes")),
                    status(endpoint.values("status")));
        }
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
