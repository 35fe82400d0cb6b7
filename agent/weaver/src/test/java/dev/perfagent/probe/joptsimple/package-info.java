/** What the hooks of the probe report, and when. */
@NullMarked
package dev.perfagent.probe.joptsimple;

import org.jspecify.annotations.NullMarked;
