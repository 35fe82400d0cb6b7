package com.example.ghpm;

import com.example.ghpm.task.ScoredTask;
import com.example.ghpm.task.TaskBoard;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Last phase: what people get to see. */
final class Renderer {
    private static final int MOST_PRESSING = 10;

    private final PrintWriter out;

    Renderer(PrintWriter out) {
        this.out = out;
    }

    void renderStatus(String project, TaskBoard board, Map<String, String> people) {
        out.println("Project " + project + ": " + board.ranked().size() + " open tasks");
        out.println();
        var repositories = new Table("REPOSITORY", "OPEN", "UNASSIGNED", "BLOCKED", "SCORE");
        board.byRepository()
                .forEach((name, tasks) ->
                        repositories.row(name, tasks.size(), unassigned(tasks), blocked(tasks), total(tasks)));
        repositories.print(out);
        out.println();
        var assignees = new Table("ASSIGNEE", "OPEN", "SCORE");
        board.byAssignee()
                .forEach((login, tasks) -> assignees.row(
                        login.isEmpty() ? "(nobody)" : people.getOrDefault(login, login), tasks.size(), total(tasks)));
        assignees.print(out);
        out.println();
        var pressing = new Table("SCORE", "TASK", "ASSIGNEE", "SIMILAR", "TITLE");
        board.ranked().stream()
                .limit(MOST_PRESSING)
                .forEach(scored -> pressing.row(
                        scored.score(),
                        scored.task().reference(),
                        scored.task().assigned() ? scored.task().assignee() : "-",
                        scored.similar(),
                        scored.task().title()));
        pressing.print(out);
        out.flush();
    }

    void renderBatch(String project, List<TaskUpdater.Update> updates, boolean dryRun) {
        out.println(
                "Project " + project + ": " + updates.size() + " tasks " + (dryRun ? "would be updated" : "updated"));
        out.println();
        var table = new Table("SCORE", "TASK", "DONE", "TITLE");
        for (TaskUpdater.Update update : updates) {
            table.row(
                    update.scored().score(),
                    update.scored().task().reference(),
                    update.actions().isEmpty() ? "-" : String.join(", ", update.actions()),
                    update.scored().task().title());
        }
        table.print(out);
        out.flush();
    }

    void renderSetup(ProjectData data, String project, List<LabelRules.Missing> missing, boolean dryRun) {
        out.println("Project " + project + ": " + data.repositories().size() + " repositories, "
                + LabelRules.REQUIRED.size() + " labels needed in each");
        if (!missing.isEmpty()) {
            out.println();
            var table = new Table("REPOSITORY", "LABEL", "RESULT");
            missing.forEach(one -> table.row(one.repository(), one.label(), dryRun ? "missing" : "created"));
            table.print(out);
        }
        out.println();
        out.println(missing.isEmpty() || !dryRun ? "Setup complete." : "Setup incomplete.");
        out.flush();
    }

    private static long unassigned(List<ScoredTask> tasks) {
        return tasks.stream().filter(scored -> !scored.task().assigned()).count();
    }

    private static long blocked(List<ScoredTask> tasks) {
        return tasks.stream()
                .filter(scored -> scored.task().labels().contains("blocked"))
                .count();
    }

    private static int total(List<ScoredTask> tasks) {
        return tasks.stream().mapToInt(ScoredTask::score).sum();
    }
}
