package org.example;

import java.lang.instrument.Instrumentation;

/** An agent that does nothing. */
public final class NothingAgent {
    private NothingAgent() {}

    /** Nothing. */
    public static void premain(String options, Instrumentation instrumentation) {}
}
