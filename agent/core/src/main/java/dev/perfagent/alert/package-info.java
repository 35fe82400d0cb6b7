/** Says verdicts: console and log file. */
@NullMarked
package dev.perfagent.alert;

import org.jspecify.annotations.NullMarked;
