package dev.perfagent.dist;

/** The table in docs/covered.md: a line for each client, version and way to use it. */
final class CoveredTable {
    private static final String BEGIN = "<!-- table of ClientsIT -->\n";
    private static final String END = "<!-- end of table -->\n";
    private static final String HEAD = """
            | client | version | by | answers | 50 at once | redirects | refused, timed out, cancelled | broken answers |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private final StringBuilder lines = new StringBuilder(HEAD);

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
        lines.append("| ").append(String.join(" | ", cells)).append(" |\n");
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
        return lines.toString();
    }
}
