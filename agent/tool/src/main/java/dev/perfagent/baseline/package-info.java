/** Runs that are kept to be compared with later, and their medians in {@code benchmarks.yml}. */
@NullMarked
package dev.perfagent.baseline;

import org.jspecify.annotations.NullMarked;
