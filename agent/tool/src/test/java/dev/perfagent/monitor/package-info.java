@NullMarked
package dev.perfagent.monitor;

import org.jspecify.annotations.NullMarked;
