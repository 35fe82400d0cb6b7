/** OkHttp 3 to 5, also relocated copies. */
@NullMarked
package dev.perfagent.probe.okhttp;

import org.jspecify.annotations.NullMarked;
