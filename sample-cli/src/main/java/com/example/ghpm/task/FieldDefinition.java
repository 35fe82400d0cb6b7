package com.example.ghpm.task;

/**
 * What a label means: one option of a field.
 *
 * @param field such as {@code priority}; {@link #NO_FIELD} for a label that belongs to none
 * @param option such as {@code high}
 * @param weight how much it counts when tasks are ranked
 */
public record FieldDefinition(String field, String option, int weight) {
    static final String NO_FIELD = "";

    /**
     * Reads a definition from a label whose description has the form {@code field=priority; weight=5}. A label with any
     * other description belongs to no field and weighs nothing.
     */
    public static FieldDefinition parse(String label, String description) {
        String field = NO_FIELD;
        int weight = 0;
        for (String part : description.split(";", -1)) {
            String[] pair = part.trim().split("=", 2);
            if (pair.length == 2 && pair[0].equals("field")) {
                field = pair[1];
            } else if (pair.length == 2 && pair[0].equals("weight")) {
                weight = number(pair[1]);
            }
        }
        String option = label.startsWith(field + ": ") ? label.substring(field.length() + 2) : label;
        return new FieldDefinition(field, option, weight);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
