@NullMarked
package dev.perfagent.tally;

import org.jspecify.annotations.NullMarked;
