package com.example.ghpm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies below a repository: its labels, its issues, and what belongs to an issue. */
final class IssueRoutes {
    private final DemoData data;

    IssueRoutes(DemoData data) {
        this.data = data;
    }

    /**
     * Answers a request below a repository.
     *
     * @param rest the path below the repository
     * @param self the address of what was asked for, the way {@code Link} headers write it
     */
    Reply answer(Call call, DemoRepository repository, List<String> rest, String self) {
        boolean writes = !call.method().equals("GET");
        if (rest.get(0).equals("labels")) {
            if (rest.size() == 1) {
                return writes ? createLabel(call, repository) : Page.of(call, self, repository.labels());
            }
            return repository.label(rest.get(1)).map(Reply::ok).orElseGet(Reply::notFound);
        }
        if (!rest.get(0).equals("issues")) {
            return Reply.notFound();
        }
        if (rest.size() == 1) {
            return Page.of(call, self, repository.issuesIn(call.query().getOrDefault("state", "open")));
        }
        Optional<ObjectNode> issue = repository.issue(rest.get(1));
        if (issue.isEmpty()) {
            return Reply.notFound();
        }
        if (rest.size() == 2) {
            return writes ? change(call, repository, issue.get()) : Reply.ok(issue.get());
        }
        return switch (rest.get(2)) {
            case "labels" -> writes ? addLabels(call, repository, issue.get()) : labels(call, issue.get(), self);
            case "comments" ->
                writes ? comment(call, repository, issue.get()) : comments(call, repository, issue.get(), self);
            default -> Reply.notFound();
        };
    }

    private Reply createLabel(Call call, DemoRepository repository) {
        String name = call.body().path("name").asText();
        if (name.isEmpty() || repository.label(name).isPresent()) {
            return Reply.error(422, "Validation Failed");
        }
        ObjectNode label = data.label(
                repository.name(),
                name,
                call.body().path("color").asText("ededed"),
                call.body().path("description").asText(""));
        repository.labels().add(label);
        return Reply.created(label);
    }

    private static Reply labels(Call call, ObjectNode issue, String self) {
        var labels = new ArrayList<JsonNode>();
        issue.path("labels").forEach(labels::add);
        return Page.of(call, self, labels);
    }

    private Reply addLabels(Call call, DemoRepository repository, ObjectNode issue) {
        JsonNode names = call.body().isArray() ? call.body() : call.body().path("labels");
        ArrayNode labels = issue.withArrayProperty("labels");
        for (JsonNode name : names) {
            labels.add(labelNamed(name.asText(), repository));
        }
        return Reply.ok(labels);
    }

    /** GitHub makes a label of an unknown name rather than refusing it. */
    private ObjectNode labelNamed(String name, DemoRepository repository) {
        return repository.label(name).orElseGet(() -> {
            ObjectNode label = data.label(repository.name(), name, "ededed", "");
            repository.labels().add(label);
            return label;
        });
    }

    private Reply change(Call call, DemoRepository repository, ObjectNode issue) {
        for (String field : List.of("title", "body", "state")) {
            if (call.body().hasNonNull(field)) {
                issue.set(field, call.body().get(field));
            }
        }
        if (call.body().has("labels")) {
            ArrayNode labels = issue.putArray("labels");
            call.body().get("labels").forEach(name -> labels.add(labelNamed(name.asText(), repository)));
        }
        if (call.body().has("assignees")) {
            var people = new ArrayList<ObjectNode>();
            call.body().get("assignees").forEach(login -> {
                ObjectNode user = data.users().get(login.asText());
                if (user != null) {
                    people.add(user);
                }
            });
            DemoData.assign(issue, people);
        }
        return Reply.ok(issue);
    }

    private static Reply comments(Call call, DemoRepository repository, ObjectNode issue, String self) {
        return Page.of(
                call,
                self,
                repository.comments().getOrDefault(issue.path("number").asInt(), List.of()));
    }

    private Reply comment(Call call, DemoRepository repository, ObjectNode issue) {
        long id = data.newId();
        ObjectNode comment = issue.objectNode()
                .put("id", id)
                .put("url", repository.json().path("url").asText() + "/issues/comments/" + id)
                .put("body", call.body().path("body").asText());
        comment.set("user", data.users().get(DemoData.CURRENT_USER));
        repository
                .comments()
                .computeIfAbsent(issue.path("number").asInt(), number -> new ArrayList<>())
                .add(comment);
        issue.put("comments", issue.path("comments").asInt() + 1);
        return Reply.created(comment);
    }
}
