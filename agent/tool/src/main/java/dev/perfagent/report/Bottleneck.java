package dev.perfagent.report;

import dev.perfagent.tally.CommandName;

/**
 * Something that takes much of a command's time.
 *
 * @param kind what it is
 * @param name the phase, or the endpoint's template
 * @param ms time in it, over all of the command's timed runs
 * @param msPerRun the mean of those
 * @param share of the command's time, 0 to 1
 */
public record Bottleneck(CommandName command, Kind kind, String name, double ms, double msPerRun, double share) {
    /** What can be one. */
    public enum Kind {
        PHASE("phase"),
        ENDPOINT("endpoint");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The name in the report's JSON. */
        public String text() {
            return text;
        }
    }
}
