package dev.perfagent.config;

/**
 * A position in a file.
 *
 * @param line from 1
 * @param column in code points, from 1
 */
record Position(int line, int column) implements Comparable<Position> {
    /** The beginning of a file, which is also the position of what is wrong with a file as a whole. */
    static final Position START = new Position(1, 1);

    @Override
    public int compareTo(Position other) {
        return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
    }
}
