package dev.perfagent.statistics;

/** What a comparison comes to, from good to bad. */
public enum ComparisonVerdict {
    /** Less than before, by more than the tolerance and with evidence. */
    IMPROVED("improved"),
    /** Less than before with evidence, but by no more than the tolerance. */
    BETTER("better_within_tolerance"),
    /** No difference shown, and one above the tolerance is ruled out; or too little to matter. */
    OK("ok"),
    /** More than before with evidence, but surely by no more than the tolerance. */
    WORSE("worse_within_tolerance"),
    /** It takes more runs to know. */
    INCONCLUSIVE("inconclusive"),
    /** More than before, by more than the tolerance and with evidence. */
    WARNING("warning"),
    /** Much more than before, with evidence. */
    CRITICAL("critical");

    private final String key;

    ComparisonVerdict(String key) {
        this.key = key;
    }

    /** As programs read it; these words stay. */
    public String key() {
        return key;
    }

    /** Whether it is a verdict against the current runs. */
    public boolean isAgainst() {
        return this == WARNING || this == CRITICAL;
    }
}
