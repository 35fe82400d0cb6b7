package dev.perfagent.history;

/** What a run's alert is about: the fields of {@code alerts} that are read of many runs. */
public enum AlertField {
    TYPE,
    SEVERITY,
    SUBJECT,
    CURRENT,
    THRESHOLD,
    BASELINE,
    UNIT,
    EVIDENCE,
    TIP
}
