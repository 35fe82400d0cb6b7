/** The application as it was started: its main class, name and version. */
@NullMarked
package dev.perfagent.application;

import org.jspecify.annotations.NullMarked;
