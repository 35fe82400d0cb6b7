package dev.perfagent.history;

/** A label, or captured value, of runs: what they were started with, in words. */
public record Label(String name, String value) {
    /** Whether a run carries it. */
    public boolean isOf(StoredRun run) {
        Object stated = run.context().get(name);
        return stated != null && value.equals(stated.toString());
    }

    /** As it is given on a command line. */
    @Override
    public String toString() {
        return name + "=" + value;
    }
}
