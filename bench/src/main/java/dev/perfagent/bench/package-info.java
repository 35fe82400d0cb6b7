/** Times whole programs under perf-agent and under other agents. */
@NullMarked
package dev.perfagent.bench;

import org.jspecify.annotations.NullMarked;
