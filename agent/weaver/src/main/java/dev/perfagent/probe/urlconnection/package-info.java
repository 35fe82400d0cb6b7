/** The JDK's HttpURLConnection, http and https. */
@NullMarked
package dev.perfagent.probe.urlconnection;

import org.jspecify.annotations.NullMarked;
