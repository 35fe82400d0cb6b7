/** Says verdicts: console, log file, GitHub Actions, a program of the user's. */
@NullMarked
package dev.perfagent.alert;

import org.jspecify.annotations.NullMarked;
