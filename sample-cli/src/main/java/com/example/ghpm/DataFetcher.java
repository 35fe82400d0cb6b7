package com.example.ghpm;

import com.example.ghpm.task.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHLabel;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.GitHub;

/** Third phase: everything that is read from the server. */
final class DataFetcher {
    /** Small pages come sooner; a project's first page is what people wait for. */
    private static final int ISSUES_A_PAGE = 20;

    /** The most that the server gives. */
    private static final int OTHERS_A_PAGE = 100;

    private final GitHub gitHub;

    DataFetcher(GitHub gitHub) {
        this.gitHub = gitHub;
    }

    /** Fetches a project with its tasks and with the people who work on them. */
    ProjectData fetchProject(String project) throws IOException {
        List<GHRepository> repositories = fetchRepositories(project);
        Map<Task, GHIssue> issues = fetchIssues(repositories);
        Map<String, Map<String, String>> labels = fetchLabels(repositories);
        return new ProjectData(repositories, issues, labels, fetchUsers(issues.keySet()));
    }

    /** Fetches the repositories and labels of a project, without its tasks. */
    ProjectData fetchSetup(String project) throws IOException {
        List<GHRepository> repositories = fetchRepositories(project);
        return new ProjectData(repositories, Map.of(), fetchLabels(repositories), Map.of());
    }

    private List<GHRepository> fetchRepositories(String project) throws IOException {
        if (project.contains("/")) {
            return List.of(gitHub.getRepository(project));
        }
        List<GHRepository> repositories =
                gitHub.getOrganization(project).listRepositories(OTHERS_A_PAGE).toList();
        if (repositories.isEmpty()) {
            throw new GhpmException("project " + project + " has no repositories that you can see");
        }
        return repositories;
    }

    private static Map<Task, GHIssue> fetchIssues(List<GHRepository> repositories) throws IOException {
        var issues = new LinkedHashMap<Task, GHIssue>();
        for (GHRepository repository : repositories) {
            for (GHIssue issue : repository
                    .queryIssues()
                    .state(GHIssueState.OPEN)
                    .pageSize(ISSUES_A_PAGE)
                    .list()
                    .toList()) {
                if (!issue.isPullRequest()) {
                    issues.put(task(repository, issue), issue);
                }
            }
        }
        return issues;
    }

    private static Map<String, Map<String, String>> fetchLabels(List<GHRepository> repositories) throws IOException {
        var labels = new TreeMap<String, Map<String, String>>();
        for (GHRepository repository : repositories) {
            var descriptions = new TreeMap<String, String>();
            for (GHLabel label :
                    repository.listLabels().withPageSize(OTHERS_A_PAGE).toList()) {
                descriptions.put(label.getName(), Objects.requireNonNullElse(label.getDescription(), ""));
            }
            labels.put(repository.getName(), descriptions);
        }
        return labels;
    }

    private Map<String, String> fetchUsers(Iterable<Task> tasks) throws IOException {
        var logins = new TreeSet<String>();
        for (Task task : tasks) {
            if (task.assigned()) {
                logins.add(task.assignee());
            }
        }
        var people = new TreeMap<String, String>();
        for (String login : logins) {
            people.put(login, Objects.requireNonNullElse(gitHub.getUser(login).getName(), login));
        }
        return people;
    }

    private static Task task(GHRepository repository, GHIssue issue) throws IOException {
        var labels = new ArrayList<String>();
        for (GHLabel label : issue.getLabels()) {
            labels.add(label.getName());
        }
        @Nullable GHUser assignee = issue.getAssignee();
        String login = assignee == null ? "" : assignee.getLogin();
        return new Task(
                repository.getName(), issue.getNumber(), issue.getTitle(), login, labels, issue.getCommentsCount());
    }
}
