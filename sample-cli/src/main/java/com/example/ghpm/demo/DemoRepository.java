package com.example.ghpm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A repository with its labels and issues as the JSON that the API shows; writing calls change it in place. */
record DemoRepository(
        String name,
        long id,
        ObjectNode json,
        List<ObjectNode> labels,
        List<ObjectNode> issues,
        Map<Integer, List<ObjectNode>> comments) {

    DemoRepository(String name, long id, ObjectNode json, List<ObjectNode> labels, List<ObjectNode> issues) {
        this(name, id, json, labels, issues, new HashMap<>());
    }

    Optional<ObjectNode> issue(String number) {
        return find(issues, "number", number);
    }

    Optional<ObjectNode> label(String labelName) {
        return find(labels, "name", labelName);
    }

    /** Issues in a state, or all of them for {@code all}; open ones when nothing is asked for, as GitHub does. */
    List<ObjectNode> issuesIn(String state) {
        return issues.stream()
                .filter(issue ->
                        state.equals("all") || issue.path("state").asText().equals(state))
                .toList();
    }

    private static Optional<ObjectNode> find(List<ObjectNode> nodes, String field, String value) {
        for (ObjectNode node : nodes) {
            JsonNode found = node.path(field);
            if (found.asText().equals(value)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }
}
