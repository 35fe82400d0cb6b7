package dev.perfagent.baseline;

/**
 * One change of a text, inside one line of it.
 *
 * @param from where it begins, in characters
 * @param to the first character that stays
 * @param text what is there instead; may be several lines
 */
public record TextEdit(int from, int to, String text) {}
