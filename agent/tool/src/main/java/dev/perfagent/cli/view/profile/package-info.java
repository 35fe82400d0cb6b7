/** What {@code profile} found, as people and programs read it. */
@NullMarked
package dev.perfagent.cli.view.profile;

import org.jspecify.annotations.NullMarked;
