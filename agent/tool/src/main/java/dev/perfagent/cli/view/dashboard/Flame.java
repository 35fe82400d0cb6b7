package dev.perfagent.cli.view.dashboard;

import java.util.List;

/**
 * The flame graphs of a profile.
 *
 * @param version of the application that was profiled
 * @param at when, in ms since 1970
 * @param runs ids of the runs that were profiled
 */
public record Flame(String version, long at, List<String> runs, List<Graph> graphs) {
    public Flame {
        runs = List.copyOf(runs);
        graphs = List.copyOf(graphs);
    }

    /**
     * A flame graph.
     *
     * @param href from the page's own place
     */
    public record Graph(String phase, String href) {}
}
