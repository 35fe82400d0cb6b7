package dev.perfagent.threshold;

/** How a run did against its budget, best first. */
public enum Rating {
    EXCELLENT("excellent"),
    GOOD("good"),
    ACCEPTABLE("acceptable"),
    POOR("poor");

    private final String text;

    Rating(String text) {
        this.text = text;
    }

    /** The name in {@code benchmarks.yml}. */
    public String text() {
        return text;
    }
}
