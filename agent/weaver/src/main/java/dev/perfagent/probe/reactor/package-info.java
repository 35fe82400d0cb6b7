/** Publishers of Reactor that a rule's method has returned: when somebody subscribes to one, and when its work is over. */
@NullMarked
package dev.perfagent.probe.reactor;

import org.jspecify.annotations.NullMarked;
