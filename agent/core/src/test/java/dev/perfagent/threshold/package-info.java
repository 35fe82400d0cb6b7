/** Tests of the judging. */
@NullMarked
package dev.perfagent.threshold;

import org.jspecify.annotations.NullMarked;
