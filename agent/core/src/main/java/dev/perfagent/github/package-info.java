/** Facts about GitHub's API: its hosts, its endpoint grammar, its rate-limit headers. */
@NullMarked
package dev.perfagent.github;

import org.jspecify.annotations.NullMarked;
