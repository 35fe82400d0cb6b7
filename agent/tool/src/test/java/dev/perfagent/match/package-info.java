@NullMarked
package dev.perfagent.match;

import org.jspecify.annotations.NullMarked;
