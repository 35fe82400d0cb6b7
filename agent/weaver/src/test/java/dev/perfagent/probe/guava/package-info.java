/** Tests of the probe for Guava. */
@NullMarked
package dev.perfagent.probe.guava;

import org.jspecify.annotations.NullMarked;
