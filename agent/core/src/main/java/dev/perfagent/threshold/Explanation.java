package dev.perfagent.threshold;

/** A verdict in one line. */
final class Explanation {
    private Explanation() {}

    static String of(Verdict verdict) {
        return verdict.rule().text();
    }
}
