package com.example.ghpm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The labels that a project needs for its tasks to be ranked. */
final class LabelRules {
    /** Descriptions by label. */
    static final Map<String, String> REQUIRED = required();

    /**
     * A label that a repository lacks.
     *
     * @param repository its name without the owner
     */
    record Missing(String repository, String label) {}

    private LabelRules() {}

    /** What is missing, by repository and then in the order in which the labels are documented. */
    static List<Missing> missing(Map<String, Map<String, String>> labelsByRepository) {
        var missing = new ArrayList<Missing>();
        labelsByRepository.keySet().stream().sorted().forEach(repository -> {
            Map<String, String> present = labelsByRepository.getOrDefault(repository, Map.of());
            for (String label : REQUIRED.keySet()) {
                if (!present.containsKey(label)) {
                    missing.add(new Missing(repository, label));
                }
            }
        });
        return List.copyOf(missing);
    }

    private static Map<String, String> required() {
        var required = new LinkedHashMap<String, String>();
        required.put("priority: critical", "field=priority; weight=8");
        required.put("priority: high", "field=priority; weight=5");
        required.put("priority: medium", "field=priority; weight=3");
        required.put("priority: low", "field=priority; weight=1");
        required.put("size: small", "field=size; weight=3");
        required.put("size: medium", "field=size; weight=2");
        required.put("size: large", "field=size; weight=1");
        required.put("blocked", "Waits for something else");
        required.put("triaged", "Looked at and ranked");
        return Collections.unmodifiableMap(required);
    }
}
