package dev.perfagent.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells at a glance which classes the weaver has to be asked about: a few in a thousand. */
public final class Candidates {
    private final NamePattern[] watched;
    private final RuleFilter @Nullable [] rules;

    /**
     * For those probes and rules.
     *
     * @param watched patterns of internal names, see {@link Weaver#watched}
     */
    public Candidates(List<String> watched, List<Rule> rules) {
        this.watched = new NamePattern[watched.size()];
        for (int i = 0; i < this.watched.length; i++) {
            this.watched[i] = new NamePattern(watched.get(i));
        }
        this.rules = rules.isEmpty() ? null : filters(rules);
    }

    private static RuleFilter[] filters(List<Rule> rules) {
        RuleFilter[] filters = new RuleFilter[rules.size()];
        for (int i = 0; i < filters.length; i++) {
            filters[i] = new RuleFilter(rules.get(i).target());
        }
        return filters;
    }

    /** Whether the weaver may find something to do in that class; no is certain. */
    public boolean mayMatch(LoaderKind loader, String name, byte[] bytes) {
        for (NamePattern pattern : watched) {
            if (pattern.matches(name)) {
                return true;
            }
        }
        if (rules == null || !loader.isApplication() || GeneratedNames.include(name)) {
            return false;
        }
        for (RuleFilter rule : rules) {
            if (rule.mayMatch(name, bytes)) {
                return true;
            }
        }
        return false;
    }
}
