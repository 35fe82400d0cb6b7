/** What the probe's hooks tell, and when. */
@NullMarked
package dev.perfagent.probe.urlconnection;

import org.jspecify.annotations.NullMarked;
