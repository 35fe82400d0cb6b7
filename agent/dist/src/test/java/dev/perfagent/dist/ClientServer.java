package dev.perfagent.dist;

/** A server on loopback with one answer for each case of the contract of HTTP clients. The end of a path is the case. */
interface ClientServer extends AutoCloseable {
    /** The start of all addresses of the cases. */
    String address();

    /** What it counted itself. */
    ServedCounts served();

    @Override
    void close();
}
