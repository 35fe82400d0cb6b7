package dev.perfagent.bench;

import java.util.List;

/** The comparison for one program on one JDK. */
record Result(String jdk, String program, int rounds, List<Line> lines) {
    Result {
        lines = List.copyOf(lines);
    }
}
