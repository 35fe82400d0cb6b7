/** Which package may use which. */
@NullMarked
package dev.perfagent.architecture;

import org.jspecify.annotations.NullMarked;
