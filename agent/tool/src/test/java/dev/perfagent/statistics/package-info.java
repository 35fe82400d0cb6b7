/** Published examples, independent computations, and simulations with a planted truth. */
@NullMarked
package dev.perfagent.statistics;

import org.jspecify.annotations.NullMarked;
