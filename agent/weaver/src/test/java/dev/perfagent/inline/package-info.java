@NullMarked
package dev.perfagent.inline;

import org.jspecify.annotations.NullMarked;
