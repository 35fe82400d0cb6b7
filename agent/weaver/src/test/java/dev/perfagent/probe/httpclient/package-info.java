/** What the probe's hooks tell, and when. */
@NullMarked
package dev.perfagent.probe.httpclient;

import org.jspecify.annotations.NullMarked;
