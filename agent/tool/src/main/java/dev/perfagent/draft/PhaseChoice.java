package dev.perfagent.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which methods are worth being phases: the application's own in which much of the time passes. */
final class PhaseChoice {
    /** A method with less of the time is no phase that anybody would look at. */
    private static final double LEAST_SHARE = 0.05;

    /** A method that spends this much of its time in one other only passes the work on. */
    private static final double PASSED_ON = 0.85;

    /** A method with this much of all time is the program itself, if it has others do the work. */
    private static final double WHOLE_PROGRAM = 0.5;

    /** More phases than a person has in view. */
    private static final int MOST = 10;

    private static final Set<String> NO_NAMES = Set.of("main", "call", "run", "execute", "apply", "accept", "get");

    private final Map<String, Integer> inside = new HashMap<>();
    private final Map<String, Map<String, Integer>> passed = new HashMap<>();
    private final int all;

    private PhaseChoice(SampledStacks own) {
        all = own.count();
        own.stacks().forEach(this::count);
    }

    /** The phases, the longest first. */
    static List<ProposedPhase> of(SampledStacks stacks) {
        return new PhaseChoice(stacks.own()).choose();
    }

    private void count(List<String> stack, int times) {
        Set<String> seen = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        List<String> methods = stack.stream().filter(PhaseChoice::isWritten).toList();
        for (int i = 0; i < methods.size(); i++) {
            String method = methods.get(i);
            if (seen.add(method)) {
                inside.merge(method, times, Integer::sum);
            }
            if (i + 1 < methods.size()
                    && !methods.get(i + 1).equals(method)
                    && pairs.add(method + ">" + methods.get(i + 1))) {
                passed.computeIfAbsent(method, key -> new HashMap<>()).merge(methods.get(i + 1), times, Integer::sum);
            }
        }
    }

    private List<ProposedPhase> choose() {
        List<String> chosen = inside.keySet().stream()
                .filter(method -> inside.getOrDefault(method, 0) >= LEAST_SHARE * all)
                .filter(method -> !method.endsWith(".main") && !passesOn(method))
                .sorted(Comparator.<String>comparingInt(method -> -inside.getOrDefault(method, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        List<ProposedPhase> phases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String method : chosen) {
            int dot = method.lastIndexOf('.');
            String className = method.substring(0, dot);
            double share = (double) inside.getOrDefault(method, 0) / all;
            phases.add(new ProposedPhase(
                    name(className, method.substring(dot + 1), names), className, method.substring(dot + 1), share));
        }
        return phases;
    }

    private boolean passesOn(String method) {
        int own = inside.getOrDefault(method, 0);
        Map<String, Integer> to = passed.getOrDefault(method, Map.of());
        int sum = to.values().stream().mapToInt(Integer::intValue).sum();
        return to.values().stream().anyMatch(times -> times >= PASSED_ON * own)
                || (own >= WHOLE_PROGRAM * all && sum >= PASSED_ON * own);
    }

    /** Whether a person wrote it as a method, and a rule can name it. */
    private static boolean isWritten(String method) {
        int dot = method.lastIndexOf('.');
        String name = method.substring(dot + 1);
        boolean isName = !name.isEmpty()
                && Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart);
        return isName && name.indexOf('$') < 0 && !method.contains("$$") && method.indexOf('/') < 0;
    }

    /** As {@code data_fetching} is written; with the class where the method alone says nothing or is not the only one. */
    private static String name(String className, String method, Set<String> names) {
        String simple = className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
        String name = words(method);
        if (NO_NAMES.contains(method) || names.contains(name)) {
            name = words(simple) + "_" + name;
        }
        for (int number = 2; !names.add(name); number++) {
            name = words(simple) + "_" + words(method) + "_" + number;
        }
        return name;
    }

    private static String words(String name) {
        return name.replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
