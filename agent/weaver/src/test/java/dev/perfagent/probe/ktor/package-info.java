/** Tests of the probe for Ktor. */
@NullMarked
package dev.perfagent.probe.ktor;

import org.jspecify.annotations.NullMarked;
