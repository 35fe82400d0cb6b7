package com.example.ghpm.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Made-up data of an organisation, the same in every run: 87 open tasks in three repositories. */
final class DemoData {
    static final String ORGANISATION = "acme-rockets";
    static final long ORGANISATION_ID = 9001;
    static final String CURRENT_USER = "ada";

    private static final long SEED = 20260105;
    private static final Instant EPOCH = Instant.parse("2026-01-05T09:00:00Z");

    private final String baseUrl;
    private final Random random = new Random(SEED);
    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Map<String, DemoRepository> repositories = new LinkedHashMap<>();
    private long nextId = 100_000;

    DemoData(String baseUrl) {
        this.baseUrl = baseUrl;
        Vocabulary.PEOPLE.forEach((login, name) -> users.put(login, user(login, name)));
        add("avionics", 41, 12, Set.of());
        add("ground-control", 28, 9, Set.of("size: large"));
        add("launchpad", 18, 30, Set.of("triaged", "priority: critical"));
    }

    Map<String, ObjectNode> users() {
        return users;
    }

    Map<String, DemoRepository> repositories() {
        return repositories;
    }

    long newId() {
        return nextId++;
    }

    ObjectNode organisation() {
        return object(ORGANISATION_ID)
                .put("login", ORGANISATION)
                .put("type", "Organization")
                .put("name", "Acme Rockets")
                .put("public_repos", repositories.size())
                .put("url", baseUrl + "/orgs/" + ORGANISATION);
    }

    ObjectNode label(String repository, String name, String color, String description) {
        return object(newId())
                .put(
                        "url",
                        baseUrl + "/repos/" + ORGANISATION + "/" + repository + "/labels/" + name.replace(" ", "%20"))
                .put("name", name)
                .put("color", color)
                .put("default", false)
                .put("description", description);
    }

    private void add(String name, int open, int closed, Set<String> missing) {
        var labels = new ArrayList<ObjectNode>();
        Vocabulary.LABELS.forEach((label, description) -> {
            if (!missing.contains(label)) {
                labels.add(label(name, label, "c5def5", description));
            }
        });
        String url = baseUrl + "/repos/" + ORGANISATION + "/" + name;
        ObjectNode json = object(newId())
                .put("name", name)
                .put("full_name", ORGANISATION + "/" + name)
                .put("private", false)
                .put("url", url)
                .put("html_url", "https://github.com/" + ORGANISATION + "/" + name)
                .put("open_issues_count", open)
                .put("has_issues", true)
                .put("default_branch", "main");
        json.set("owner", organisation());
        var repository = new DemoRepository(name, json.path("id").asLong(), json, labels, new ArrayList<>());
        for (int number = open + closed; number >= 1; number--) {
            // Closed ones are spread among the open ones, as they are in life.
            boolean isOpen = (long) number * open / (open + closed) != (number - 1L) * open / (open + closed);
            repository.issues().add(issue(repository, url, number, isOpen));
        }
        repositories.put(name, repository);
    }

    private ObjectNode issue(DemoRepository repository, String repositoryUrl, int number, boolean open) {
        String url = repositoryUrl + "/issues/" + number;
        ObjectNode issue = object(newId())
                .put("url", url)
                .put("html_url", "https://github.com/" + ORGANISATION + "/" + repository.name() + "/issues/" + number)
                .put("number", number)
                .put("title", Vocabulary.title(random))
                .put("state", open ? "open" : "closed")
                .put("locked", false)
                .put("comments", random.nextInt(12))
                .put("created_at", EPOCH.plus(number, ChronoUnit.HOURS).toString())
                .put("updated_at", EPOCH.plus(number + 30L, ChronoUnit.HOURS).toString())
                .put("body", Vocabulary.body(random));
        issue.set("user", anyone());
        var labels = issue.putArray("labels");
        for (String label : Vocabulary.labelsOfATask(random)) {
            repository.label(label).ifPresent(labels::add);
        }
        assign(issue, random.nextInt(4) == 0 ? List.of() : List.of(anyone()));
        return issue;
    }

    /** Who works on an issue is told twice: the first in {@code assignee}, everybody in {@code assignees}. */
    static void assign(ObjectNode issue, List<ObjectNode> people) {
        issue.putArray("assignees").addAll(people);
        issue.set("assignee", people.isEmpty() ? JsonNodeFactory.instance.nullNode() : people.get(0));
    }

    private ObjectNode anyone() {
        return List.copyOf(users.values()).get(random.nextInt(users.size()));
    }

    private ObjectNode user(String login, String name) {
        return object(newId())
                .put("login", login)
                .put("type", "User")
                .put("name", name)
                .put("site_admin", false)
                .put("url", baseUrl + "/users/" + login)
                .put("html_url", "https://github.com/" + login);
    }

    private static ObjectNode object(long id) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("node_id", "DEMO_" + id);
    }
}
