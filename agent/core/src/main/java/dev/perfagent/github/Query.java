package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/** What of a query string is ever looked at. */
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
    public static @Nullable Integer perPage(@Nullable String rawQuery) {
        int last = -1;
        if (rawQuery == null) {
            return null;
        }
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

    /**
     * Whether it asks for a page of a list that is sorted by the time of the last change, so that items move between pages while
     * they are read.
     *
     * @param hasLinks whether the answer names other pages
     */
    public static boolean isPageByUpdate(@Nullable String rawQuery, boolean hasLinks) {
        return rawQuery != null && hasLinks && has(rawQuery, "sort=updated");
    }

    private static boolean has(String query, String parameter) {
        int at = query.indexOf(parameter);
        int end = at + parameter.length();
        return at >= 0
                && (at == 0 || query.charAt(at - 1) == '&' || query.charAt(at - 1) == '?')
                && (end == query.length() || query.charAt(end) == '&');
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
