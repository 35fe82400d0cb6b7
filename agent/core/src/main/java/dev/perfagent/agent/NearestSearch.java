package dev.perfagent.agent;

import dev.perfagent.journal.NearestNames;
import dev.perfagent.plan.NamePattern;
import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.settings.Rule;
import dev.perfagent.threshold.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the classes and methods that are meant by rules which matched nothing. Loaded in cold runs only. */
final class NearestSearch {
    /** More than these would hide the one that is meant. */
    private static final int MOST = 3;

    private final List<RuleMatch> matches;
    private final Weaver weaver;
    private final String[] loaded;

    /** @param loaded names, with dots, of the application's classes that were loaded */
    NearestSearch(List<RuleMatch> matches, Weaver weaver, List<String> loaded) {
        this.matches = matches;
        this.weaver = weaver;
        this.loaded = loaded.toArray(new String[0]);
    }

    NearestNames of(List<Rule> rules) {
        Map<Integer, List<String>> classes = new HashMap<>();
        Map<String, String> methods = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            boolean isKnown = false;
            for (RuleMatch match : matches) {
                if (match.rule() == i) {
                    isKnown = true;
                    addMethod(match, rules.get(i).target().methods(), methods);
                }
            }
            String className = rules.get(i).target().className();
            if (!isKnown && className != null) {
                List<String> nearest = classes(className);
                if (!nearest.isEmpty()) {
                    classes.put(i, nearest);
                }
            }
        }
        return new NearestNames(classes, methods);
    }

    private void addMethod(RuleMatch match, List<String> wanted, Map<String, String> found) {
        if (!match.methods().isEmpty() || match.refusal() != null || wanted.isEmpty()) {
            return;
        }
        String[] declared = weaver.methods(match.className()).toArray(new String[0]);
        for (String method : wanted) {
            int parenthesis = method.indexOf('(');
            String name = parenthesis < 0 ? method : method.substring(0, parenthesis);
            String nearest = NearestName.of(withoutStars(name), declared);
            if (nearest != null) {
                found.put(NearestNames.key(match.className(), match.rule()), nearest);
                return;
            }
        }
    }

    /** Those that a pattern with other packages would match, then those of that simple name; else one that is near. */
    private List<String> classes(String pattern) {
        List<String> found = new ArrayList<>();
        NamePattern wider = new NamePattern("**" + pattern.replace("*", "**"));
        for (String name : loaded) {
            if (found.size() < MOST && wider.matches(name.replace('.', '/'))) {
                found.add(name);
            }
        }
        String simple = simple(pattern);
        for (String name : loaded) {
            if (found.size() < MOST
                    && !simple.isEmpty()
                    && simple(name).equalsIgnoreCase(simple)
                    && !found.contains(name)) {
                found.add(name);
            }
        }
        String nearest = found.isEmpty() ? NearestName.of(withoutStars(pattern), loaded) : null;
        if (nearest != null) {
            found.add(nearest);
        }
        return found;
    }

    private static String simple(String name) {
        return withoutStars(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1));
    }

    private static String withoutStars(String name) {
        return name.replace("*", "");
    }
}
