/** What the probe's hooks tell, and when. */
@NullMarked
package dev.perfagent.probe.jvm;

import org.jspecify.annotations.NullMarked;
