/** How long questions about a large history take. */
@NullMarked
package dev.perfagent.bench.history;

import org.jspecify.annotations.NullMarked;
