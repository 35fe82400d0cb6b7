/** Runs in the Embedded Metric Format of Amazon CloudWatch. */
@NullMarked
package dev.perfagent.export.emf;

import org.jspecify.annotations.NullMarked;
