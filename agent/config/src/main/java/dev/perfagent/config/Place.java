package dev.perfagent.config;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column in code points, from 1
 */
record Place(int line, int column) implements Comparable<Place> {
    /** The beginning of a file, which is also the place of what is wrong with a whole file. */
    static final Place START = new Place(1, 1);

    @Override
    public int compareTo(Place other) {
        return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
    }
}
