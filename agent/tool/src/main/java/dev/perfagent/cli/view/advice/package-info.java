/** What {@code optimize} advises, as text and JSON. */
@NullMarked
package dev.perfagent.cli.view.advice;

import org.jspecify.annotations.NullMarked;
