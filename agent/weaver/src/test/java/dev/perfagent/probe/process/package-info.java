/** What the probe's hooks tell, and when. */
@NullMarked
package dev.perfagent.probe.process;

import org.jspecify.annotations.NullMarked;
