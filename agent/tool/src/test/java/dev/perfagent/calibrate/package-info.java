@NullMarked
package dev.perfagent.calibrate;

import org.jspecify.annotations.NullMarked;
