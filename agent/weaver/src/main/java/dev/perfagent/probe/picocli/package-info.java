/** picocli 4, also relocated copies. */
@NullMarked
package dev.perfagent.probe.picocli;

import org.jspecify.annotations.NullMarked;
