package dev.perfagent.weave;

import dev.perfagent.plan.ClassTrace;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;
import dev.perfagent.probe.flow.FlowProbe;
import dev.perfagent.probe.reactor.ReactorProbe;
import dev.perfagent.settings.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The probes for publishers. They are about many classes, and of use only where a rule measures a method that returns a
 * publisher, which is known when the method's class is loaded, and may be later than the first of those many.
 */
final class PublisherProbes {
    private final List<Probe> probes;
    private final Set<String> lookedAt = ConcurrentHashMap.newKeySet();

    /** Those for the rules. */
    PublisherProbes(List<Rule> rules) {
        boolean isOfUse = rules.stream().anyMatch(rule -> rule instanceof Rule.Phase || rule instanceof Rule.Operation);
        probes = isOfUse ? List.of(ReactorProbe.PROBE, FlowProbe.PROBE) : List.of();
    }

    /** See {@link dev.perfagent.plan.Weaver#watchedAtFirst}. */
    List<String> watched() {
        List<String> watched = new ArrayList<>();
        for (Probe probe : probes) {
            for (ProbedClass each : probe.classes()) {
                if (!each.trace().isEmpty()) {
                    watched.add(ClassTrace.MARK + each.trace());
                    if (!each.pattern().isEmpty()) {
                        watched.add(each.pattern());
                    }
                }
            }
        }
        return watched;
    }

    /** See {@link dev.perfagent.plan.Weaver#lookedAtFirst}. */
    List<String> lookedAt() {
        return List.copyOf(lookedAt);
    }

    /** Notes a class that nothing else is about. */
    void looksAt(String name) {
        lookedAt.add(name);
    }

    /** Those that are about the class. */
    List<Probe> about(@Nullable ClassLoader loader, String name, byte[] bytes) {
        List<Probe> found = List.of();
        for (Probe probe : loader == null ? List.<Probe>of() : probes) {
            if (probe.find(name) != null || isTraced(probe, bytes)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(probe);
            }
        }
        return found;
    }

    private static boolean isTraced(Probe probe, byte[] bytes) {
        for (ProbedClass each : probe.classes()) {
            if (!each.trace().isEmpty() && ClassTrace.isIn(bytes, each.trace())) {
                return true;
            }
        }
        return false;
    }

    /** The class of that probe, by its internal name, or by its content. */
    static @Nullable ProbedClass find(Probe probe, String name) {
        ProbedClass named = probe.find(name);
        if (named != null) {
            return named;
        }
        for (ProbedClass each : probe.classes()) {
            if (!each.trace().isEmpty()) {
                return each;
            }
        }
        return null;
    }
}
