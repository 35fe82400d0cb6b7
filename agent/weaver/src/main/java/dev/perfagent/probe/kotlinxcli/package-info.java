/** kotlinx-cli, also relocated copies. */
@NullMarked
package dev.perfagent.probe.kotlinxcli;

import org.jspecify.annotations.NullMarked;
