package com.example.ghpm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class FieldDefinitionsTest {
    private static final Map<String, Map<String, String>> LABELS = Map.of(
            "one", Map.of("size: small", "field=size; weight=3", "other", "no field"),
            "two", Map.of("size: small", "field=size; weight=9"));

    @Test
    void aDescriptionTellsFieldAndWeight() {
        assertThat(FieldDefinition.parse("size: small", "field=size; weight=3"))
                .isEqualTo(new FieldDefinition("size", "small", 3));
        assertThat(FieldDefinition.parse("bug", "Something is wrong; weight=heavy"))
                .isEqualTo(new FieldDefinition("", "bug", 0));
    }

    @Test
    void definitionsBelongToARepository() {
        var fields = new FieldDefinitions(LABELS, 100);
        assertThat(fields.definition("one", "size: small").weight()).isEqualTo(3);
        assertThat(fields.definition("two", "size: small").weight()).isEqualTo(9);
        assertThat(fields.definition("three", "size: small").weight()).isZero();
    }

    @Test
    void aDefinitionIsWorkedOutOnceWhileThereIsRoom() {
        var fields = new FieldDefinitions(LABELS, 100);
        for (int i = 0; i < 10; i++) {
            fields.definition("one", "size: small");
            fields.definition("one", "other");
        }
        assertThat(fields.misses()).isEqualTo(2);
        assertThat(fields.hits()).isEqualTo(18);
    }

    @Test
    void withRoomForOneOnlyRepetitionsAreHits() {
        var fields = new FieldDefinitions(LABELS, 1);
        for (int i = 0; i < 10; i++) {
            fields.definition("one", "size: small");
            fields.definition("one", "size: small");
            fields.definition("one", "other");
        }
        assertThat(fields.misses()).isEqualTo(20);
        assertThat(fields.hits()).isEqualTo(10);
    }
}
