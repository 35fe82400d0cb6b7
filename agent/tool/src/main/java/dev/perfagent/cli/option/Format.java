package dev.perfagent.cli.option;

import java.util.Locale;

/** Who reads the output. */
public enum Format {
    /** People. */
    TEXT,
    /** Programs. */
    JSON,
    /** Spreadsheets. */
    CSV,
    /** A comment or a job summary on GitHub. */
    MARKDOWN,
    /** Build servers, which show it as test results. */
    JUNIT,
    /** GitHub Actions, which makes annotations of it. */
    GITHUB,
    /** Programs that read one line after the other. */
    NDJSON;

    /** As it is given. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
