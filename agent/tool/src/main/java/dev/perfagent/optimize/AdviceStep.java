package dev.perfagent.optimize;

/**
 * A command to type.
 *
 * @param what it is for, in a word or two
 * @param start its beginning, after which a line may be broken
 * @param rest the rest of it
 */
public record AdviceStep(String what, String start, String rest) {
    /** All of it. */
    public String command() {
        return start + " " + rest;
    }
}
