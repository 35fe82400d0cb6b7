package dev.perfagent.export;

import dev.perfagent.history.StoredRun;
import java.util.List;

/** How one kind of program wants to be given runs. */
public interface Form {
    /** Where a service takes it, below the service's address, such as {@code /api/v2/series}; empty for the address itself. */
    String path();

    /** As in the header of that name. */
    String contentType();

    /**
     * The runs in this form. The same runs give the same text.
     *
     * @return empty if there is nothing in them for this form
     */
    String text(List<StoredRun> runs);
}
