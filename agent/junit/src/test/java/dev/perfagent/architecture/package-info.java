/** Tests that hold the design. */
@NullMarked
package dev.perfagent.architecture;

import org.jspecify.annotations.NullMarked;
