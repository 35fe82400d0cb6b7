/** OkHttp 4, also relocated copies. */
@NullMarked
package dev.perfagent.probe.okhttp;

import org.jspecify.annotations.NullMarked;
