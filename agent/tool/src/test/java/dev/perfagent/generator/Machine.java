package dev.perfagent.generator;

/**
 * A host on which runs happen.
 *
 * @param fingerprint equal for machines whose durations may be compared
 * @param slowness durations are multiplied by it
 * @param ci the build service; empty outside one
 * @param busy which part of their time runs wait for a CPU at most, which they do in working hours; 0 when that is not known
 */
public record Machine(String host, String fingerprint, double slowness, String ci, double busy) {
    /** One of which it is not known how busy it is. */
    public Machine(String host, String fingerprint, double slowness, String ci) {
        this(host, fingerprint, slowness, ci, 0);
    }

    /** An ordinary one. */
    public static Machine of(String host) {
        return new Machine(host, "d41d8cd98f00b204", 1, "");
    }

    public Machine busy(double most) {
        return new Machine(host, fingerprint, slowness, ci, most);
    }
}
