package dev.perfagent.export.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of a run about the same thing.
 *
 * @param thing what they are about, such as {@code command} or {@code phase}
 * @param labels who that is: short texts without control characters, none of them empty, in a fixed order
 * @param figures at least one
 */
public record FigureGroup(String thing, Map<String, String> labels, List<RunFigure> figures) {
    public FigureGroup {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        figures = List.copyOf(figures);
    }
}
