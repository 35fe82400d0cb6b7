package dev.perfagent.machine;

import org.jspecify.annotations.Nullable;

/**
 * The variable {@code TRACEPARENT}: the trace that a program is started in, in the form of the HTTP header of that name.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C, Trace Context</a>
 */
final class TraceParent {
    private static final String FORM = "vv-tttttttttttttttttttttttttttttttt-pppppppppppppppp-ff";
    private static final String NO_TRACE = "00000000000000000000000000000000";

    private TraceParent() {}

    /** The value, of a later version than 00 its known part; null for one that is to be ignored: it comes from outside. */
    static @Nullable String valid(String value) {
        int length = FORM.length();
        if (value.length() < length || value.startsWith("ff")) {
            return null;
        }
        if (value.length() > length && (value.startsWith("00") || value.charAt(length) != '-')) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            String allowed = FORM.charAt(i) == '-' ? "-" : "0123456789abcdef";
            if (allowed.indexOf(value.charAt(i)) < 0) {
                return null;
            }
        }
        return isZero(value, 't') || isZero(value, 'p') ? null : value.substring(0, length);
    }

    /** Whether a field, known by its letter in the form, has only zeros. */
    private static boolean isZero(String value, char field) {
        int start = FORM.indexOf(field);
        return value.regionMatches(start, NO_TRACE, 0, FORM.lastIndexOf(field) + 1 - start);
    }
}
