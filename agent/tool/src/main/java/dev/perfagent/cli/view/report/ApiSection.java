package dev.perfagent.cli.view.report;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.scope.CommandLabels;
import dev.perfagent.report.ApiMonitoring;
import dev.perfagent.report.QuotaForecast;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How all commands use the GitHub API. */
final class ApiSection {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final CommandLabels labels;
    private final ZoneId zone;

    ApiSection(CommandLabels labels, ZoneId zone) {
        this.labels = labels;
        this.zone = zone;
    }

    void add(@Nullable ApiMonitoring api, Document document) {
        if (api == null) {
            return;
        }
        Section section = document.section("API monitoring");
        Double perMinute = api.requestsPerMinute();
        section.entry(
                "pace", perMinute == null ? "" : Amount.decimal(perMinute) + " requests a minute of running time");
        Double left = api.efficiencyScore();
        section.entry(
                "efficiency",
                left == null ? "" : Amount.percent(left) + " of the rate limit left after a run, on average");
        for (QuotaForecast quota : api.quotas()) {
            section.entry(quota.resource(), words(quota));
        }
        Section expensive = document.section("Most expensive API operations");
        expensive.columns(
                Column.elastic("COMMAND"),
                Column.elastic("OPERATION"),
                Column.number("REQUESTS"),
                Column.number("A RUN"),
                Column.number("TIME A RUN"));
        for (ApiMonitoring.Expensive one : api.expensive()) {
            expensive.row(
                    Cell.of(labels.of(one.command())),
                    Cell.of(one.name()),
                    Cell.of(Amount.count(one.requests())),
                    Cell.of(Amount.decimal(one.requestsPerRun())),
                    Cell.of(Amount.millis(one.msPerRun())));
        }
    }

    private String words(QuotaForecast quota) {
        Long limit = quota.limit();
        Long remaining = quota.remaining();
        if (limit == null || remaining == null) {
            return "";
        }
        Instant resets = quota.resetsAt();
        String standing = Amount.count(remaining) + " of " + Amount.count(limit) + " left at " + time(quota.at())
                + (resets == null || !resets.isAfter(quota.at()) ? "" : ", full again at " + time(resets));
        Double pace = quota.pointsPerHour();
        if (pace == null) {
            return standing;
        }
        Instant out = quota.runsOutAt();
        return standing + "; at that day's pace of " + Amount.count(Math.round(pace)) + " an hour it "
                + (out == null ? "lasts" : "runs out at " + time(out));
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
