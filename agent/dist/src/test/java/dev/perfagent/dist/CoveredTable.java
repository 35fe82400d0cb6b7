package dev.perfagent.dist;

import java.util.Set;
import java.util.TreeSet;

/** The table in docs/covered.md: a line for each client, version and way to use it. */
final class CoveredTable {
    private static final String BEGIN = "<!-- table of ClientsIT -->\n";
    private static final String END = "<!-- end of table -->\n";
    private static final String HEAD = """
        | client | version | by | answers | 50 at once | redirects | refused, timed out, cancelled | broken answers |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        """;

    /** A row that is the same on each JDK is one line. */
    private final Set<String> lines = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    void add(ClientRow row, String version, ClientFindings found) {
        String[] cells = {
            row.client(),
            version,
            row.how(),
            found.answers(),
            found.concurrent(),
            found.redirects(),
            found.unanswered(),
            found.broken()
        };
        lines.add("| " + String.join(" | ", cells) + " |\n");
    }

    /** The text of the page with this table in the place of its own. */
    String in(String page) {
        return page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + this + page.substring(page.indexOf(END));
    }

    /** That of a page. */
    static String of(String page) {
        return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
    }

    @Override
    public String toString() {
        return HEAD + String.join("", lines);
    }
}
