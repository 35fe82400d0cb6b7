/** Tests of how bodies are sent to services. */
@NullMarked
package dev.perfagent.export.push;

import org.jspecify.annotations.NullMarked;
