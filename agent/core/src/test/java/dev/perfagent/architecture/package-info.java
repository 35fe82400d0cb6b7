/** Holds the packages of core inside the arrows of the design. */
@NullMarked
package dev.perfagent.architecture;

import org.jspecify.annotations.NullMarked;
