package dev.perfagent.cli.view.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names that repeat, each written once and known by its place from then on. */
final class Names {
    private final Map<String, Integer> places = new LinkedHashMap<>();

    int place(String name) {
        Integer known = places.putIfAbsent(name, places.size());
        return known == null ? places.size() - 1 : known;
    }

    List<String> all() {
        return new ArrayList<>(places.keySet());
    }
}
