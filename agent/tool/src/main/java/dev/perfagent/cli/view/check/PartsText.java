package dev.perfagent.cli.view.check;

import dev.perfagent.check.RunParts;
import dev.perfagent.cli.output.Amount;
import org.jspecify.annotations.Nullable;

/** What made up the time of a run, in words. */
final class PartsText {
    private PartsText() {}

    /** {@code wall time 3.2 s, CPU time 1.9 s (application 1.2 s), machine's share 45%}. */
    static String of(RunParts parts) {
        String application = Amount.known(Amount.millis(parts.applicationCpuMs()));
        return "wall time " + known(Amount.millis(Double.isNaN(parts.wallMs()) ? null : (Double) parts.wallMs()))
                + ", CPU time " + known(Amount.millis(parts.cpuMs()))
                + (application.isEmpty() ? "" : " (application " + application + ")")
                + ", machine's share " + known(Amount.percent(parts.machineShare()));
    }

    /** Which part says something about the tool, and why; null where that is all of the time. */
    static @Nullable String trusted(RunParts parts) {
        return switch (parts.trusted()) {
            case TOTAL -> null;
            case ACTIVE_TIME ->
                "The machine was busy, so wall time says little about the tool: its time without waiting for a CPU ("
                        + Amount.millis(parts.withoutWaitingMs())
                        + ") and the application's CPU time are compared.";
            case APPLICATION_CPU ->
                "The machine was overloaded, so times on the clock say nothing about the tool: only more CPU time of"
                        + " the application counts.";
        };
    }

    private static String known(String amount) {
        return amount.equals(Amount.UNKNOWN) ? "not known" : amount;
    }
}
