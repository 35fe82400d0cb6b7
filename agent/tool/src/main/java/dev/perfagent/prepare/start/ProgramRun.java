package dev.perfagent.prepare.start;

/**
 * How a program ended.
 *
 * @param out what it printed, a character a byte, so that nothing is lost whatever its charset is
 * @param err the same on standard error
 * @param ms from its start to its end
 */
record ProgramRun(int exitCode, String out, String err, double ms) {
    /** Whether nobody outside sees a difference. */
    boolean isSame(ProgramRun other) {
        return exitCode == other.exitCode && out.equals(other.out) && err.equals(other.err);
    }
}
