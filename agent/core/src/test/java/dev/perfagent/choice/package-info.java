/** Tests of the choice of alerts. */
@NullMarked
package dev.perfagent.choice;

import org.jspecify.annotations.NullMarked;
