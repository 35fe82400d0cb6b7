/** Tests. */
@NullMarked
package dev.perfagent.junit;

import org.jspecify.annotations.NullMarked;
