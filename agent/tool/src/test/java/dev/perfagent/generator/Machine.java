package dev.perfagent.generator;

/**
 * A host on which runs happen.
 *
 * @param fingerprint equal for machines whose durations may be compared
 * @param slowness durations are multiplied by it
 * @param ci the build service; empty outside one
 */
public record Machine(String host, String fingerprint, double slowness, String ci) {
    /** An ordinary one. */
    public static Machine of(String host) {
        return new Machine(host, "d41d8cd98f00b204", 1, "");
    }
}
