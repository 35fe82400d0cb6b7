package dev.perfagent.settings;

/** One entry of {@code instrumentation.yml}: what to observe, and as what. */
public sealed interface Rule {
    /** The command's, phase's, operation's or context value's name. */
    String name();

    /** The methods it is about. */
    Target target();

    /** The key of its section in {@code instrumentation.yml}. */
    String section();

    /** A method that is a command's entry point. */
    record Command(String name, Target target) implements Rule {
        @Override
        public String section() {
            return "commands";
        }
    }

    /**
     * Methods whose time is a phase of the run.
     *
     * @param minMs a phase with less than this in a run is left out of its record; milliseconds
     */
    record Phase(String name, Target target, double minMs) implements Rule {
        @Override
        public String section() {
            return "phases";
        }
    }

    /** Methods of an API client that are one logical operation. */
    record Operation(String name, Target target) implements Rule {
        @Override
        public String section() {
            return "api_clients";
        }
    }

    /** A value to keep with the run. */
    record Context(String name, Target target, ValuePath value) implements Rule {
        @Override
        public String section() {
            return "context";
        }
    }
}
