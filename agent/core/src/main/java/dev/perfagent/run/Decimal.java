package dev.perfagent.run;

/**
 * A number with three decimals as text. The JDK's own conversion, which is exact for every number, is eight classes (on JDK 25
 * eleven) that a run would load for nothing else.
 */
public final class Decimal {
    private static final int MOST_DIGITS = 15;

    private Decimal() {}

    /** Appends the number, rounded, with at least one decimal and at most three. */
    public static void append(StringBuilder out, double value) {
        long thousandths = Math.round(value * 1000);
        if (thousandths < 0) {
            out.append('-');
            thousandths = -thousandths;
        }
        out.append(thousandths / 1000).append('.');
        long rest = thousandths % 1000;
        out.append(rest / 100);
        if (rest % 100 != 0) {
            out.append(rest / 10 % 10);
        }
        if (rest % 10 != 0) {
            out.append(rest % 10);
        }
    }

    /**
     * The number that the text is: the same that {@link Double#parseDouble} makes of it, which is asked for any other form than
     * digits with a point.
     *
     * @throws NumberFormatException for a text that is no number
     */
    public static double parse(String text) {
        long digits = 0;
        long scale = 0;
        int length = text.length();
        if (length > MOST_DIGITS || length == 0) {
            return Double.parseDouble(text);
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                scale *= 10;
            } else if (c == '.' && scale == 0 && i > 0) {
                scale = 1;
            } else {
                return Double.parseDouble(text);
            }
        }
        // Both are exact as double, so the quotient is the double next to the number.
        return scale == 0 ? digits : (double) digits / scale;
    }
}
