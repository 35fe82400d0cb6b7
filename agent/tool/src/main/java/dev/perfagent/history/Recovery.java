package dev.perfagent.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the start markers whose process is gone.
 *
 * @param recovered how many are now runs of the history
 * @param problem why the rest stays as it is; null when all went well
 * @param another whether another tool is storing them just now
 * @param left what is not a regular file, such as a pipe, and is not opened
 */
public record Recovery(int recovered, @Nullable IOException problem, boolean another, List<Path> left) {
    public Recovery {
        left = List.copyOf(left);
    }

    Recovery(int recovered, @Nullable IOException problem) {
        this(recovered, problem, false, List.of());
    }

    static final Recovery NOTHING = new Recovery(0, null);
}
