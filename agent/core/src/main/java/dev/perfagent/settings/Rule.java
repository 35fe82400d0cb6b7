package dev.perfagent.settings;

import org.jspecify.annotations.Nullable;

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

    /**
     * Methods of a cache that nobody knows without a rule.
     *
     * @param name the cache's name, or as text where it is
     * @param nameAt the argument or field that has the name, for each object its own; null when the name itself is given
     */
    record Cache(
            String name,
            Target target,
            CacheRole role,
            @Nullable ValuePath nameAt) implements Rule {
        @Override
        public String section() {
            return "caches";
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
