/** Makes histories of which the truth is known. */
@NullMarked
package dev.perfagent.generator;

import org.jspecify.annotations.NullMarked;
