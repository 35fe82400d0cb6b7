package dev.perfagent.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Columns as wide as what is in them; the elastic ones give way when a line would be too long. */
public final class Table {
    private static final int GAP = 2;
    private static final int NARROWEST = 8;

    /** Spare columns are left out before an elastic one gets narrower than that. */
    private static final int READABLE = 12;

    private final Screen screen;
    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    Table(Screen screen, Column... columns) {
        this.screen = screen;
        this.columns = List.of(columns);
    }

    void row(Cell... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
        }
        List<Cell> row = new ArrayList<>();
        for (Cell cell : cells) {
            row.add(new Cell(screen.safe(cell.text()), cell.style()));
        }
        rows.add(row);
    }

    void row(String... texts) {
        Cell[] cells = new Cell[texts.length];
        for (int i = 0; i < texts.length; i++) {
            cells[i] = Cell.of(texts[i]);
        }
        row(cells);
    }

    /** The heading and the rows, each at most the screen wide. */
    List<String> lines(int indent) {
        int spare = fits(indent) ? -1 : lastSpare();
        if (spare >= 0) {
            return without(spare).lines(indent);
        }
        int[] widths = widths(indent);
        List<String> lines = new ArrayList<>();
        List<Cell> heading = new ArrayList<>();
        for (Column column : columns) {
            heading.add(new Cell(column.title(), Style.HEADING));
        }
        lines.add(line(indent, widths, heading));
        for (List<Cell> row : rows) {
            lines.add(line(indent, widths, row));
        }
        return lines;
    }

    private String line(int indent, int[] widths, List<Cell> cells) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            boolean last = i == cells.size() - 1;
            String fitted = Columns.fit(cell.text(), widths[i], columns.get(i).right(), screen.cutMark());
            line.append(screen.styled(last ? fitted.stripTrailing() : fitted, cell.style()));
            line.append(last ? "" : " ".repeat(GAP));
        }
        return line.toString();
    }

    /** Whether a line is short enough with the elastic columns still readable. */
    private boolean fits(int indent) {
        int total = indent + GAP * (columns.size() - 1);
        for (int i = 0; i < columns.size(); i++) {
            total += columns.get(i).elastic() ? Math.min(READABLE, widest(i)) : widest(i);
        }
        return total <= screen.width();
    }

    /** The last column that may be left out; -1 when there is none. */
    private int lastSpare() {
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (columns.get(i).spare()) {
                return i;
            }
        }
        return -1;
    }

    private Table without(int column) {
        List<Column> kept = new ArrayList<>(columns);
        kept.remove(column);
        Table narrower = new Table(screen, kept.toArray(Column[]::new));
        for (List<Cell> row : rows) {
            List<Cell> cells = new ArrayList<>(row);
            cells.remove(column);
            narrower.rows.add(cells);
        }
        return narrower;
    }

    private int widest(int column) {
        int widest = Columns.of(columns.get(column).title());
        for (List<Cell> row : rows) {
            widest = Math.max(widest, Columns.of(row.get(column).text()));
        }
        return widest;
    }

    private int[] widths(int indent) {
        int[] widths = new int[columns.size()];
        int total = indent + GAP * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = widest(i);
            total += widths[i];
        }
        if (total > screen.width()) {
            int[] least = new int[widths.length];
            Arrays.setAll(least, i -> columns.get(i).elastic() ? leastThatDiffers(i, widths[i]) : widths[i]);
            total = giveWay(widths, total, least);
            Arrays.fill(least, NARROWEST);
            giveWay(widths, total, least);
        }
        return widths;
    }

    private int giveWay(int[] widths, int needed, int[] least) {
        int total = needed;
        for (int i = widestElastic(widths, least); total > screen.width() && i >= 0; i = widestElastic(widths, least)) {
            widths[i]--;
            total--;
        }
        return total;
    }

    /** The least width at which texts of the column that differ look different. */
    private int leastThatDiffers(int column, int widest) {
        Set<String> texts = new HashSet<>();
        int width = Math.min(widest, screen.width());
        for (List<Cell> row : rows) {
            texts.add(Columns.ends(row.get(column).text(), width));
        }
        while (width > NARROWEST && differ(texts, width - 1)) {
            width--;
        }
        return width;
    }

    private boolean differ(Set<String> texts, int width) {
        Set<String> shown = new HashSet<>();
        return texts.stream().allMatch(text -> shown.add(Columns.cutMiddle(text, width, screen.cutMark())));
    }

    /** The widest column that may give way yet; -1 when there is none. */
    private int widestElastic(int[] widths, int[] least) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean may = columns.get(i).elastic() && widths[i] > least[i];
            if (may && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    /**
     * A column.
     *
     * @param right whether its cells end in line, as numbers do
     * @param elastic whether it may be cut to make the line fit
     * @param below whether a terminal shows its cells below their rows, because they are sentences
     * @param spare whether a terminal that is too narrow leaves it out, the last one first
     */
    public record Column(String title, boolean right, boolean elastic, boolean below, boolean spare) {
        public static Column text(String title) {
            return new Column(title, false, false, false, false);
        }

        public static Column elastic(String title) {
            return new Column(title, false, true, false, false);
        }

        public static Column number(String title) {
            return new Column(title, true, false, false, false);
        }

        /** A column of numbers that can be done without. */
        public static Column spareNumber(String title) {
            return new Column(title, true, false, false, true);
        }

        public static Column below(String title) {
            return new Column(title, false, false, true, false);
        }
    }
}
