/** The GitHub client of org.kohsuke (hub4j), also relocated copies. */
@NullMarked
package dev.perfagent.probe.hub4j;

import org.jspecify.annotations.NullMarked;
