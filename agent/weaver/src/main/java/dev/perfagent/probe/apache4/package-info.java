/** Apache HttpClient 4, also relocated copies. */
@NullMarked
package dev.perfagent.probe.apache4;

import org.jspecify.annotations.NullMarked;
