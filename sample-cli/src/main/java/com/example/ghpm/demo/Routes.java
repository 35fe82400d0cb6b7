package com.example.ghpm.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** From a request to its answer, as if limits, validators and latency did not exist. */
final class Routes {
    private final String baseUrl;
    private final DemoData data;
    private final IssueRoutes issues;

    Routes(String baseUrl, DemoData data) {
        this.baseUrl = baseUrl;
        this.data = data;
        this.issues = new IssueRoutes(data);
    }

    Reply answer(Call call, Quota quota) {
        List<String> path = call.segments();
        String first = path.isEmpty() ? "" : path.get(0);
        return switch (first) {
            case "" -> Reply.ok(entrance());
            case "meta" -> Reply.ok(JsonNodeFactory.instance.objectNode().put("installed_version", "demo"));
            case "rate_limit" -> Reply.ok(rateLimit(quota));
            case "user" -> path.size() == 1 ? user(DemoData.CURRENT_USER) : Reply.notFound();
            case "users" -> user(call);
            case "orgs" -> organisation(call);
            case "organizations" -> organisation(call.at(alias("orgs", DemoData.ORGANISATION, path)));
            case "repos" -> repository(call);
            case "repositories" -> repositoryById(call);
            default -> Reply.notFound();
        };
    }

    private ObjectNode entrance() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("current_user_url", baseUrl + "/user")
                .put("rate_limit_url", baseUrl + "/rate_limit");
    }

    private static ObjectNode rateLimit(Quota quota) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("resources").set("core", quota.json());
        answer.set("rate", quota.json());
        return answer;
    }

    private Reply user(String login) {
        ObjectNode user = data.users().get(login);
        return user == null ? Reply.notFound() : Reply.ok(user);
    }

    private Reply user(Call call) {
        List<String> path = call.segments();
        return path.size() == 2 ? user(path.get(1)) : organisation(call);
    }

    private Reply organisation(Call call) {
        List<String> path = call.segments();
        if (path.size() < 2 || !path.get(1).equals(DemoData.ORGANISATION)) {
            return Reply.notFound();
        }
        if (path.size() == 2) {
            return Reply.ok(data.organisation());
        }
        if (path.size() == 3 && path.get(2).equals("repos")) {
            String self = baseUrl + "/organizations/" + DemoData.ORGANISATION_ID + "/repos";
            List<ObjectNode> repositories = data.repositories().values().stream()
                    .map(DemoRepository::json)
                    .toList();
            return Page.of(call, self, repositories);
        }
        return Reply.notFound();
    }

    /** GitHub's own {@code Link} headers lead here: they name a repository by its id. */
    private Reply repositoryById(Call call) {
        List<String> path = call.segments();
        for (DemoRepository repository : data.repositories().values()) {
            if (path.size() > 1 && path.get(1).equals(Long.toString(repository.id()))) {
                var named = new ArrayList<>(List.of("repos", DemoData.ORGANISATION, repository.name()));
                named.addAll(path.subList(2, path.size()));
                return repository(call.at(named));
            }
        }
        return Reply.notFound();
    }

    private Reply repository(Call call) {
        List<String> path = call.segments();
        if (path.size() < 3 || !path.get(1).equals(DemoData.ORGANISATION)) {
            return Reply.notFound();
        }
        DemoRepository repository = data.repositories().get(path.get(2));
        if (repository == null) {
            return Reply.notFound();
        }
        if (path.size() == 3) {
            return Reply.ok(repository.json());
        }
        String self =
                baseUrl + "/repositories/" + repository.id() + "/" + String.join("/", path.subList(3, path.size()));
        return issues.answer(call, repository, path.subList(3, path.size()), self);
    }

    private static List<String> alias(String collection, String name, List<String> path) {
        var named = new ArrayList<>(List.of(collection, name));
        named.addAll(path.subList(Math.min(2, path.size()), path.size()));
        return named;
    }
}
