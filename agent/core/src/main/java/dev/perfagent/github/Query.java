package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/** The one thing of a query string that is ever looked at. */
public final class Query {
    private static final String PER_PAGE = "per_page=";

    /** More digits than any page size has. */
    private static final int MAX_DIGITS = 6;

    private Query() {}

    /**
     * The page size asked for; null when none is or it is not a number. Of several the last counts, as for GitHub.
     *
     * @param rawQuery as it stands in the URL, with or without the question mark
     */
    public static @Nullable Integer perPage(String rawQuery) {
        int last = -1;
        int at = rawQuery.startsWith("?") ? 1 : 0;
        while (at >= 0 && at < rawQuery.length()) {
            if (rawQuery.startsWith(PER_PAGE, at)) {
                last = at + PER_PAGE.length();
            }
            int ampersand = rawQuery.indexOf('&', at);
            at = ampersand < 0 ? -1 : ampersand + 1;
        }
        return last < 0 ? null : number(rawQuery, last);
    }

    private static @Nullable Integer number(String query, int start) {
        int value = 0;
        int at = start;
        while (at < query.length() && query.charAt(at) != '&' && query.charAt(at) != '#') {
            int digit = query.charAt(at) - '0';
            if (digit < 0 || digit > 9 || at - start == MAX_DIGITS) {
                return null;
            }
            value = value * 10 + digit;
            at++;
        }
        return at == start ? null : value;
    }
}
