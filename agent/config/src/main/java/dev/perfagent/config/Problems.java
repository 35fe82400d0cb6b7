package dev.perfagent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is wrong with one file. */
final class Problems {
    private final String path;
    private final List<Fault> faults = new ArrayList<>();

    /** @param path as it is to be told */
    Problems(String path) {
        this.path = path;
    }

    void add(Place place, String message) {
        faults.add(new Fault(place, message));
    }

    void add(Fault fault) {
        faults.add(fault);
    }

    /** How many there are so far: who finds it unchanged after reading a section knows that the section is sound. */
    int count() {
        return faults.size();
    }

    /** All of them as lines, from the file's beginning to its end; what an alias repeats is told once. */
    List<String> lines() {
        if (faults.isEmpty()) {
            return List.of();
        }
        Collections.sort(faults, (left, right) -> {
            int order = left.place().compareTo(right.place());
            return order == 0 ? left.message().compareTo(right.message()) : order;
        });
        List<String> lines = new ArrayList<>(faults.size());
        String last = "";
        for (Fault fault : faults) {
            String line = Quoted.path(path) + ":" + fault.place().line() + ":"
                    + fault.place().column() + ": " + fault.message();
            if (!line.equals(last)) {
                lines.add(line);
            }
            last = line;
        }
        return lines;
    }
}
