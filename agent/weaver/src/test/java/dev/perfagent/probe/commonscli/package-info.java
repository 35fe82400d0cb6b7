/** What the hooks of the probe report, and when. */
@NullMarked
package dev.perfagent.probe.commonscli;

import org.jspecify.annotations.NullMarked;
