/** Tests. */
@NullMarked
package dev.perfagent.api;

import org.jspecify.annotations.NullMarked;
