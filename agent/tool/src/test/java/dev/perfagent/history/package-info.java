@NullMarked
package dev.perfagent.history;

import org.jspecify.annotations.NullMarked;
