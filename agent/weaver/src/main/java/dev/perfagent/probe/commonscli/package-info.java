/** Apache Commons CLI, also relocated copies. */
@NullMarked
package dev.perfagent.probe.commonscli;

import org.jspecify.annotations.NullMarked;
