package dev.perfagent.observe.http;

import org.jspecify.annotations.Nullable;

/** What is kept of HTTP calls for one thread. */
final class HttpThread {
    /** Clients entered: only the outermost counts. */
    int depth;

    /** What its last GitHub request ran into; set by another thread when that was an asynchronous one. */
    volatile @Nullable RefusedRequest refusal;
}
