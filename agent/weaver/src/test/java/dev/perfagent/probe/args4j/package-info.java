/** What the hooks of the probe report, and when. */
@NullMarked
package dev.perfagent.probe.args4j;

import org.jspecify.annotations.NullMarked;
