/** The figures of a run under names of their own, which the formats of metric stores share. */
@NullMarked
package dev.perfagent.export.figure;

import org.jspecify.annotations.NullMarked;
