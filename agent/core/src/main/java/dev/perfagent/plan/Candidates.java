package dev.perfagent.plan;

import java.util.List;

/** Tells at a glance which classes the weaver has to be asked about: a few in a thousand. */
public final class Candidates {
    private final NamePattern[] watched;
    private final RuleFilter[] rules;

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
        this.rules = new RuleFilter[rules.size()];
        for (int i = 0; i < this.rules.length; i++) {
            this.rules[i] = new RuleFilter(rules.get(i).target());
        }
    }

    /** Whether the weaver may find something to do in that class; no is certain. */
    public boolean mayMatch(LoaderKind loader, String name, byte[] bytes) {
        for (NamePattern pattern : watched) {
            if (pattern.matches(name)) {
                return true;
            }
        }
        if (!loader.isApplication() || rules.length == 0 || GeneratedNames.include(name)) {
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
