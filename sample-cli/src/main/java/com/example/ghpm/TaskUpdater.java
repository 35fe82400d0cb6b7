package com.example.ghpm;

import com.example.ghpm.task.ScoredTask;
import com.example.ghpm.task.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHMyself;

/** Fifth phase of a batch: writes to the server. */
final class TaskUpdater {
    private final Plan plan;
    private final GHMyself myself;

    /**
     * What to do with each task.
     *
     * @param label to add
     * @param comment to add, or null
     * @param size how many tasks, the most pressing ones
     * @param dryRun whether to only say what would be done
     * @param failAfter how many tasks to update before giving up, or null
     */
    record Plan(
            String label,
            @Nullable String comment,
            int size,
            boolean dryRun,
            @Nullable Integer failAfter) {}

    /**
     * What was done with a task.
     *
     * @param actions in words, in the order in which it was done
     */
    record Update(ScoredTask scored, List<String> actions) {
        Update {
            actions = List.copyOf(actions);
        }
    }

    TaskUpdater(Plan plan, GHMyself myself) {
        this.plan = plan;
        this.myself = myself;
    }

    /** Updates the most pressing tasks, one after the other. */
    List<Update> updateTasks(List<ScoredTask> ranked, Map<Task, GHIssue> issues) throws IOException {
        var updates = new ArrayList<Update>();
        for (ScoredTask scored : ranked.subList(0, Math.min(plan.size(), ranked.size()))) {
            if (plan.failAfter() != null && updates.size() >= plan.failAfter()) {
                throw new GhpmException("stopped after " + updates.size() + " tasks, as --fail-after says");
            }
            GHIssue issue = issues.get(scored.task());
            if (issue != null) {
                updates.add(new Update(scored, update(scored.task(), issue)));
            }
        }
        return List.copyOf(updates);
    }

    private List<String> update(Task task, GHIssue issue) throws IOException {
        var actions = new ArrayList<String>();
        if (!task.labels().contains(plan.label())) {
            actions.add("labelled " + plan.label());
            if (!plan.dryRun()) {
                issue.addLabels(plan.label());
            }
        }
        if (!task.assigned()) {
            actions.add("assigned to " + myself.getLogin());
            if (!plan.dryRun()) {
                issue.assignTo(myself);
            }
        }
        if (plan.comment() != null) {
            actions.add("commented");
            if (!plan.dryRun()) {
                issue.comment(plan.comment());
            }
        }
        return actions;
    }
}
