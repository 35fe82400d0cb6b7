package dev.perfagent.report;

import dev.perfagent.tally.CommandName;

/**
 * Advice that runs were given.
 *
 * @param type of the alerts it came with
 * @param subject what they are about
 * @param runs how many runs were told of that
 * @param tip as it was told last
 */
public record Opportunity(CommandName command, String type, String subject, long runs, String tip) {}
