/** Tests of what the agent knows about GitHub's API. */
@NullMarked
package dev.perfagent.github;

import org.jspecify.annotations.NullMarked;
