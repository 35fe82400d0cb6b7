package dev.perfagent.cli.option;

import java.util.Locale;

/** Who reads the output. */
public enum Format {
    TEXT("for people"),
    JSON("for programs"),
    CSV("for spreadsheets"),
    MARKDOWN("for a comment or job summary"),
    JUNIT("for build servers, as test results"),
    GITHUB("annotations of GitHub Actions"),
    NDJSON("one record per line"),
    PROMETHEUS("sums over all runs, also for node_exporter"),
    OPENMETRICS("the same as OpenMetrics"),
    INFLUX("InfluxDB's line protocol"),
    BMF("medians for Bencher"),
    EMF("for CloudWatch"),
    DATADOG("metrics"),
    NEWRELIC("metrics"),
    OTLP("traces and metrics of OpenTelemetry"),
    OTLP_FILE("the same as two files of JSON lines");

    private final String purpose;

    Format(String purpose) {
        this.purpose = purpose;
    }

    /** As it is given. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is good for, for help. */
    String purpose() {
        return purpose;
    }
}
