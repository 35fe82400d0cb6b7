/** Runs of a command with a profiler: which methods take the time of which phase. */
@NullMarked
package dev.perfagent.profile;

import org.jspecify.annotations.NullMarked;
