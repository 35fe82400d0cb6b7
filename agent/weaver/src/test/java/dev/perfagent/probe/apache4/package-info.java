/** What the hooks of the probe report, and when. */
@NullMarked
package dev.perfagent.probe.apache4;

import org.jspecify.annotations.NullMarked;
