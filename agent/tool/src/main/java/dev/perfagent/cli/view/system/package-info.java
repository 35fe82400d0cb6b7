/** How fast a machine is, and two machines compared: as text and JSON. */
@NullMarked
package dev.perfagent.cli.view.system;

import org.jspecify.annotations.NullMarked;
