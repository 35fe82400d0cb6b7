package dev.perfagent.observe.http;

/** A request that a client is about to send or has sent. */
interface OpenRequest {
    /** Whether it is that very request, and has no answer yet. */
    boolean isWaitingFor(HttpRequestFacts other);
}
