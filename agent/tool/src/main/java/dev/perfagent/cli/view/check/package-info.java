/** The answer of {@code check}, as text, JSON, JUnit report and annotations of build servers. */
@NullMarked
package dev.perfagent.cli.view.check;

import org.jspecify.annotations.NullMarked;
