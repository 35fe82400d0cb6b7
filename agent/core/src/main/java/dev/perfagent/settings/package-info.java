/** The configuration, checked and compiled: what to observe, and as what. */
@NullMarked
package dev.perfagent.settings;

import org.jspecify.annotations.NullMarked;
