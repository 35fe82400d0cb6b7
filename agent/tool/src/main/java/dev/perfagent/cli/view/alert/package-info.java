/** Stored alerts, as text and JSON. */
@NullMarked
package dev.perfagent.cli.view.alert;

import org.jspecify.annotations.NullMarked;
