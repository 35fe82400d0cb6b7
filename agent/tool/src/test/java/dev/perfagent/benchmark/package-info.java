@NullMarked
package dev.perfagent.benchmark;

import org.jspecify.annotations.NullMarked;
