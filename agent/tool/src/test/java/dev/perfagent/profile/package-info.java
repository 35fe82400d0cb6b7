@NullMarked
package dev.perfagent.profile;

import org.jspecify.annotations.NullMarked;
