/** Tests of reading and checking the configuration, on real files. */
@NullMarked
package dev.perfagent.config;

import org.jspecify.annotations.NullMarked;
