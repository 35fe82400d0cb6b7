/** JOpt Simple, also relocated copies. */
@NullMarked
package dev.perfagent.probe.joptsimple;

import org.jspecify.annotations.NullMarked;
