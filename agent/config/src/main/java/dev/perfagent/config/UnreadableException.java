package dev.perfagent.config;

/** Says that a file cannot be read as YAML at all. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnreadableException(Position position, String message) {
        super(message);
        this.problem = new Problem(position, message);
    }

    Problem problem() {
        return problem;
    }
}
