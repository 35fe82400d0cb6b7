package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/** The HTTP requests of a run to one host. */
public record HttpHost(
        String host,
        long requests,
        double ms,
        long errors,
        @Nullable Long bytes) {}
