@NullMarked
package dev.perfagent.compare;

import org.jspecify.annotations.NullMarked;
