/** All that woven code may call: a static hand-off, nothing else. */
@NullMarked
package dev.perfagent.hook;

import org.jspecify.annotations.NullMarked;
