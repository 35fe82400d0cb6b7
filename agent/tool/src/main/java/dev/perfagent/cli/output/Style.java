package dev.perfagent.cli.output;

/** What a piece of text is, and so how a terminal shows it. */
public enum Style {
    PLAIN(""),
    HEADING("1"),
    FAINT("2"),
    GOOD("32"),
    WARNING("33"),
    BAD("31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** Of a severity as records have it. */
    public static Style ofSeverity(String severity) {
        return severity.equals("critical") ? BAD : WARNING;
    }

    String code() {
        return code;
    }
}
