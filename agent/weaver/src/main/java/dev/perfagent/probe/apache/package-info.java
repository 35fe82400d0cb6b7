/** Apache HttpClient 5, also relocated copies. */
@NullMarked
package dev.perfagent.probe.apache;

import org.jspecify.annotations.NullMarked;
