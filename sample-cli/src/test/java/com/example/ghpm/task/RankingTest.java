package com.example.ghpm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RankingTest {
    private static final Map<String, Map<String, String>> LABELS = Map.of(
            "r",
            Map.of(
                    "high", "field=priority; weight=5",
                    "low", "field=priority; weight=1",
                    "small", "field=size; weight=3",
                    "blocked", ""));

    @Test
    void thePressingTasksComeFirst() {
        TaskBoard board = rank(
                task(1, "a", List.of("low", "small"), 0),
                task(2, "b", List.of("high"), 99),
                task(3, "c", List.of("high", "blocked"), 0),
                task(4, "d", List.of("high"), 0));
        assertThat(board.ranked()).extracting(ScoredTask::score).containsExactly(60, 50, 35, 19);
        assertThat(board.ranked()).extracting(scored -> scored.task().number()).containsExactly(2, 4, 3, 1);
    }

    @Test
    void equallyPressingTasksKeepTheirNumbersOrder() {
        assertThat(rank(task(9, "a", List.of(), 1), task(4, "b", List.of(), 1)).ranked())
                .extracting(scored -> scored.task().reference())
                .containsExactly("r#4", "r#9");
    }

    @Test
    void tasksThatReadMuchTheSameAreCounted() {
        TaskBoard board = rank(
                task(1, "Fix the valve on the pad", List.of(), 0),
                task(2, "Fix the valve on the moon", List.of(), 0),
                task(3, "Document something else", List.of(), 0));
        assertThat(board.ranked()).extracting(ScoredTask::similar).containsExactly(1, 1, 0);
    }

    @Test
    void theIndexTakesFourBytesAPlace() {
        assertThat(rank(task(1, "a", List.of(), 0), task(2, "b", List.of(), 0))
                        .index()
                        .bytes())
                .isEqualTo(2 * 512 * 4);
    }

    private static TaskBoard rank(Task... tasks) {
        return Ranking.of(List.of(tasks), new FieldDefinitions(LABELS, 10), new WordIndex(512));
    }

    private static Task task(int number, String title, List<String> labels, int comments) {
        return new Task("r", number, title, "", labels, comments);
    }
}
