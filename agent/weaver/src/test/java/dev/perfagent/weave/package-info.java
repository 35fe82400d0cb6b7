/** Real classes, woven and run against a hand-off that records. */
@NullMarked
package dev.perfagent.weave;

import org.jspecify.annotations.NullMarked;
