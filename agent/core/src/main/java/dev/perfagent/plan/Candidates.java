package dev.perfagent.plan;

import dev.perfagent.settings.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides quickly which classes the weaver has to be asked about: a few in a thousand. */
public final class Candidates {
    private static final String ANY = "*";

    /**
     * Patterns of probes by the last part of the names that fit. Nearly all end with the name of a class, and nearly all classes
     * have another one. To try each pattern takes a JVM that has just started 8 to 58 microseconds a class, and this 3 to 5.
     */
    private final Map<String, String[]> watched;

    /** Those that end with a {@code *}. */
    private final String @Nullable [] ofAnyPart;

    private final String[] traces;
    private final RuleFilter @Nullable [] rules;
    private final boolean asksSupertypes;

    /**
     * For those probes and rules.
     *
     * @param watched patterns of internal names, see {@link Weaver#watched}
     */
    public Candidates(List<String> watched, List<Rule> rules) {
        this.traces = traces(watched);
        this.watched = new HashMap<>(2 * watched.size());
        for (String each : watched) {
            if (!isTrace(each)) {
                String last = lastPart(each);
                String key = last.indexOf('*') < 0 ? last : ANY;
                String[] same = this.watched.put(key, new String[] {each});
                if (same != null) {
                    String[] all = Arrays.copyOf(same, same.length + 1);
                    all[same.length] = each;
                    this.watched.put(key, all);
                }
            }
        }
        this.ofAnyPart = this.watched.get(ANY);
        this.rules = rules.isEmpty() ? null : filters(rules);
        this.asksSupertypes = asksSupertypes(this.rules);
    }

    private static boolean isTrace(String watched) {
        return watched.charAt(0) == ClassTrace.MARK;
    }

    private static String[] traces(List<String> watched) {
        List<String> found = new ArrayList<>(0);
        for (String each : watched) {
            if (isTrace(each)) {
                found.add(each.substring(1));
            }
        }
        return found.toArray(new String[0]);
    }

    private static boolean asksSupertypes(RuleFilter @Nullable [] rules) {
        if (rules != null) {
            for (RuleFilter rule : rules) {
                if (rule.asksSupertypes()) {
                    return true;
                }
            }
        }
        return false;
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
        return isWatched(name) || mayMatchRule(loader, name, bytes, false) || mayMatchTrace(loader, name, bytes);
    }

    /** Whether a probe may be about a class of that internal name; no is certain. */
    public boolean isWatched(String name) {
        return isOneOf(watched.get(lastPart(name)), name) || isOneOf(ofAnyPart, name);
    }

    private static boolean isOneOf(String @Nullable [] patterns, String name) {
        if (patterns != null) {
            for (String pattern : patterns) {
                if (new NamePattern(pattern).matches(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /**
     * Whether what the weaver says of that class depends on its supertypes too, which may be others in the next run or in another
     * loader: then the answer is used only while they are the same.
     */
    public boolean dependsOnSupertypes(LoaderKind loader, String name, byte[] bytes) {
        return asksSupertypes && mayMatchRule(loader, name, bytes, true);
    }

    /**
     * Why a list of the names that there are does not say which classes are still to come; null when it does: every rule names
     * its classes, and none looks at supertypes.
     */
    public @Nullable CoverageGap gap() {
        if (asksSupertypes) {
            return CoverageGap.SUPERTYPES;
        }
        if (traces.length > 0) {
            return CoverageGap.PUBLISHERS;
        }
        if (rules != null) {
            for (RuleFilter rule : rules) {
                if (!rule.namesClasses()) {
                    return CoverageGap.RULES_WITHOUT_CLASS;
                }
            }
        }
        return null;
    }

    /** Whether a rule may be about a class of that package, which is named with dots; no is certain. */
    public boolean mayMatchPackage(String packageName) {
        if (rules != null) {
            for (RuleFilter rule : rules) {
                if (rule.mayMatchPackage(packageName)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a class of that internal name may be of interest; no is certain. */
    public boolean mayMatchName(LoaderKind loader, String name) {
        if (isWatched(name)) {
            return true;
        }
        if (rules == null || !loader.isApplication() || GeneratedNames.include(name)) {
            return false;
        }
        for (RuleFilter rule : rules) {
            if (rule.mayMatchName(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayMatchTrace(LoaderKind loader, String name, byte[] bytes) {
        if (traces.length == 0 || !loader.isApplication() || GeneratedNames.include(name)) {
            return false;
        }
        for (String trace : traces) {
            if (ClassTrace.isIn(bytes, trace)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayMatchRule(LoaderKind loader, String name, byte[] bytes, boolean supertypesOnly) {
        if (rules == null || !loader.isApplication() || GeneratedNames.include(name)) {
            return false;
        }
        for (RuleFilter rule : rules) {
            if ((!supertypesOnly || rule.asksSupertypes()) && rule.mayMatch(name, bytes)) {
                return true;
            }
        }
        return false;
    }
}
