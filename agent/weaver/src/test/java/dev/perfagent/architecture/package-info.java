/** Tests that the code keeps to the architecture that docs/architecture.md describes. */
@NullMarked
package dev.perfagent.architecture;

import org.jspecify.annotations.NullMarked;
