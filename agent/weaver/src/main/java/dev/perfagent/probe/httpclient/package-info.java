/** The HTTP client of the JDK, java.net.http. */
@NullMarked
package dev.perfagent.probe.httpclient;

import org.jspecify.annotations.NullMarked;
