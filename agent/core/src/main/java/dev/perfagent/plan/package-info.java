/** The classes that a run wove, kept on disk for the next ones. */
@NullMarked
package dev.perfagent.plan;

import org.jspecify.annotations.NullMarked;
