/**
 * Runs of a history added up, by command, machine, phase, endpoint and error, in bounded memory: what reports and
 * analyses are made from.
 */
@NullMarked
package dev.perfagent.tally;

import org.jspecify.annotations.NullMarked;
