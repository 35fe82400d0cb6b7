package dev.perfagent.run;

/** How an execution ended. */
public enum Outcome {
    SUCCESS("success"),
    ERROR("error"),
    KILLED("killed");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /** The name in the run's JSON. */
    public String text() {
        return text;
    }
}
