/** Runs of then against runs of now: which are meant, what is measured in them, and what the difference comes to. */
@NullMarked
package dev.perfagent.compare;

import org.jspecify.annotations.NullMarked;
