/** How applications are named. */
@NullMarked
package dev.perfagent.application;

import org.jspecify.annotations.NullMarked;
