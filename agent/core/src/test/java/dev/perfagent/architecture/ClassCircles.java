package dev.perfagent.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Classes of one package that reach each other, nested ones counted as their outer class. */
final class ClassCircles {
    private ClassCircles() {}

    /** The circles of more than that many classes. */
    static List<Set<String>> largerThan(int most, JavaClasses all) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : all) {
            Set<String> used = uses.computeIfAbsent(outer(type), name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().equals(type.getPackageName())) {
                    used.add(outer(target));
                }
            }
        }
        Map<String, Set<String>> reach = new TreeMap<>();
        uses.keySet().forEach(name -> reach.put(name, reachable(name, uses)));
        List<Set<String>> circles = new ArrayList<>();
        for (String name : uses.keySet()) {
            Set<String> circle = new TreeSet<>();
            for (String other : reach.getOrDefault(name, Set.of())) {
                if (reach.getOrDefault(other, Set.of()).contains(name)) {
                    circle.add(other);
                }
            }
            if (circle.size() > most && !circles.contains(circle)) {
                circles.add(circle);
            }
        }
        return circles;
    }

    private static Set<String> reachable(String from, Map<String, Set<String>> uses) {
        Set<String> seen = new HashSet<>();
        List<String> left = new ArrayList<>(without(from, uses.getOrDefault(from, Set.of())));
        while (!left.isEmpty()) {
            String next = left.remove(left.size() - 1);
            if (seen.add(next)) {
                left.addAll(without(next, uses.getOrDefault(next, Set.of())));
            }
        }
        return seen;
    }

    private static Collection<String> without(String name, Set<String> names) {
        Set<String> others = new TreeSet<>(names);
        others.remove(name);
        return others;
    }

    private static String outer(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
