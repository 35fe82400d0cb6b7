@NullMarked
package dev.perfagent.cli.view.profile;

import org.jspecify.annotations.NullMarked;
