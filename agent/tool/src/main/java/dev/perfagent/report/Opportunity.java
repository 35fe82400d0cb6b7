package dev.perfagent.report;

import dev.perfagent.tally.CommandName;

/**
 * Advice that runs were given.
 *
 * @param type of the alerts it came with
 * @param subject what they are about
 * @param runs how many runs had it
 * @param tip as the last of them had it
 */
public record Opportunity(CommandName command, String type, String subject, long runs, String tip) {}
