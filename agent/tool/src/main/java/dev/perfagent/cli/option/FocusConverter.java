package dev.perfagent.cli.option;

import dev.perfagent.analysis.Focus;
import java.util.List;

/** Reads {@code --focus}. */
public final class FocusConverter extends WordConverter<Focus> {
    public FocusConverter() {
        super(List.of(Focus.values()), Focus::text);
    }
}
