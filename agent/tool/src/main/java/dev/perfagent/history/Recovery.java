package dev.perfagent.history;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What became of the start markers whose process is gone.
 *
 * @param recovered how many are now runs of the history
 * @param problem why the rest stays as it is; null when all went well
 */
public record Recovery(int recovered, @Nullable IOException problem) {
    static final Recovery NOTHING = new Recovery(0, null);
}
