/** What measuring by hand costs. */
@NullMarked
package dev.perfagent.bench.api;

import org.jspecify.annotations.NullMarked;
