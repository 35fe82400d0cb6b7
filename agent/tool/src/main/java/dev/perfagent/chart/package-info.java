/** What is drawn of a history: some runs of each command, so that no extreme is lost, and what is computed of them all. */
@NullMarked
package dev.perfagent.chart;

import org.jspecify.annotations.NullMarked;
