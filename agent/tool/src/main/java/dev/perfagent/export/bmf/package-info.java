/** Sums over runs in the Bencher Metric Format. */
@NullMarked
package dev.perfagent.export.bmf;

import org.jspecify.annotations.NullMarked;
