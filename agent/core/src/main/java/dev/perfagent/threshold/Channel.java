package dev.perfagent.threshold;

/** Where an alert is reported. */
public enum Channel {
    /** Standard error. */
    CONSOLE("console"),
    /** {@code alerts.log} in the home. */
    LOG("log"),
    /** Annotations and job summary of GitHub Actions. */
    GITHUB("github"),
    /** The program that {@code alerts.yml} names, see {@link Notification#command()}. */
    COMMAND("command");

    private final String text;

    Channel(String text) {
        this.text = text;
    }

    /** The name in {@code alerts.yml}. */
    public String text() {
        return text;
    }
}
