/**
 * What can be said of measured values, and how surely: pure, without files or clocks. Values are durations or other amounts of
 * which less is better; they are finite.
 */
@NullMarked
package dev.perfagent.statistics;

import org.jspecify.annotations.NullMarked;
