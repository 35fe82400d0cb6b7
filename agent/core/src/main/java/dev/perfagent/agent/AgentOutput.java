package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import java.io.PrintStream;

/**
 * Where the agent writes.
 *
 * @param home its folder
 * @param log for its own problems
 * @param console standard error as the JVM opened it; the application may set another
 * @param quiet whether nothing is printed on the console
 */
record AgentOutput(Home home, AgentLog log, PrintStream console, boolean quiet) {}
