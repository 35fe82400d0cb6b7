/** Suspending functions of Kotlin: for rules about them, and what resumes their callers. */
@NullMarked
package dev.perfagent.probe.coroutine;

import org.jspecify.annotations.NullMarked;
