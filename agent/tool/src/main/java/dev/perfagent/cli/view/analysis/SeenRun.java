package dev.perfagent.cli.view.analysis;

import dev.perfagent.monitor.MachineSpan;
import dev.perfagent.tally.SlowRun;

/**
 * A slow run, and what the machine did meanwhile.
 *
 * @param machine has samples
 */
public record SeenRun(SlowRun run, MachineSpan machine) {}
