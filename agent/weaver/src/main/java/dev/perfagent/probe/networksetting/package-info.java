/** What the JDK's network classes read their settings by. */
@NullMarked
package dev.perfagent.probe.networksetting;

import org.jspecify.annotations.NullMarked;
