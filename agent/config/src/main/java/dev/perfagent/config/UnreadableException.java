package dev.perfagent.config;

/** A file that cannot be taken as YAML at all. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    UnreadableException(Place place, String message) {
        super(message);
        this.fault = new Fault(place, message);
    }

    Fault fault() {
        return fault;
    }
}
