@NullMarked
package dev.perfagent.prepare;

import org.jspecify.annotations.NullMarked;
