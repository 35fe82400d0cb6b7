package dev.perfagent.tally;

import dev.perfagent.history.StoredRun;

/** CPU time and waiting for a CPU of timed runs, added up; of those that know it. */
public final class ContentionTally {
    private final FloatList cpuMs = new FloatList();
    private final FloatList applicationCpuMs = new FloatList();
    private final FloatList shares = new FloatList();

    void add(StoredRun run) {
        Double cpu = run.resourceUsage().cpuTimeMs();
        if (cpu != null) {
            cpuMs.add(cpu);
        }
        Double application = run.applicationCpuMs();
        if (application != null) {
            applicationCpuMs.add(application);
        }
        Double share = run.machineShare();
        if (share != null) {
            shares.add(share);
        }
    }

    void addAll(ContentionTally other) {
        cpuMs.addAll(other.cpuMs);
        applicationCpuMs.addAll(other.applicationCpuMs);
        shares.addAll(other.shares);
    }

    /** CPU time of all threads, in ms. */
    public FloatList cpuMs() {
        return cpuMs;
    }

    /** CPU time without the JVM's own threads, in ms. */
    public FloatList applicationCpuMs() {
        return applicationCpuMs;
    }

    /** The part of its time in which a run waited for a CPU, 0 to 1. */
    public FloatList shares() {
        return shares;
    }
}
