/** The shipped jar fed with random hostile data: histories, markers, configurations, labels, names, exception texts. */
@org.jspecify.annotations.NullMarked
package dev.perfagent.dist.fuzz;
