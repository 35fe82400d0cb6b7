/** Jetty's HTTP client, versions 9 to 12. */
@NullMarked
package dev.perfagent.probe.jetty;

import org.jspecify.annotations.NullMarked;
