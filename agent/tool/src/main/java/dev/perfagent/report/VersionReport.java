package dev.perfagent.report;

import dev.perfagent.analysis.Timing;
import java.time.Instant;

/**
 * A command's timed runs of one version of the application.
 *
 * @param version empty when not recorded
 * @param first when the first of them began
 * @param last when the last of them began
 * @param machines on how many kinds of machine they ran
 */
public record VersionReport(String version, Instant first, Instant last, int machines, Timing timing) {}
