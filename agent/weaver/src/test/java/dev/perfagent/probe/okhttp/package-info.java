/** What the probe's hooks tell, and when. */
@NullMarked
package dev.perfagent.probe.okhttp;

import org.jspecify.annotations.NullMarked;
