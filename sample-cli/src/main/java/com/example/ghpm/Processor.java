package com.example.ghpm;

import com.example.ghpm.task.FieldDefinitions;
import com.example.ghpm.task.Ranking;
import com.example.ghpm.task.TaskBoard;
import com.example.ghpm.task.WordIndex;
import java.util.List;

/** Fourth phase: what the fetched data means. No network. */
final class Processor {
    private final Scenario.Sizing sizing;

    Processor(Scenario.Sizing sizing) {
        this.sizing = sizing;
    }

    /**
     * What came out of processing tasks.
     *
     * @param fields with what they counted on the way
     */
    record Outcome(TaskBoard board, FieldDefinitions fields) {}

    /** Scores, compares and sorts the tasks of a project. */
    Outcome processTasks(ProjectData data) {
        var fields = new FieldDefinitions(data.labels(), sizing.cacheCapacity());
        var index = new WordIndex(sizing.indexWidth());
        return new Outcome(Ranking.of(List.copyOf(data.issues().keySet()), fields, index), fields);
    }

    /** Compares the labels of a project with those it needs. */
    List<LabelRules.Missing> processLabels(ProjectData data) {
        return LabelRules.missing(data.labels());
    }
}
