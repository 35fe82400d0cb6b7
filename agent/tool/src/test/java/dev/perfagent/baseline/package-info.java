@NullMarked
package dev.perfagent.baseline;

import org.jspecify.annotations.NullMarked;
