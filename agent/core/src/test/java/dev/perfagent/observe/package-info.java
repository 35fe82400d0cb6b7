/** What hook calls become. */
@NullMarked
package dev.perfagent.observe;

import org.jspecify.annotations.NullMarked;
