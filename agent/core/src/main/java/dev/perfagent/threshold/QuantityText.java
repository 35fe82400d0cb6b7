package dev.perfagent.threshold;

/** Numbers as people read them, without java.text, whose formats cost a cold JVM more than 20 ms. */
public final class QuantityText {
    /** Three decimals. */
    private static final int MOST_EXACT = 1000;

    private QuantityText() {}

    /**
     * The value with its unit, rounded for reading.
     *
     * @param unit a unit of {@link dev.perfagent.run.Alert}
     */
    public static String text(double value, String unit) {
        return switch (unit) {
            case "ms" -> ms(value);
            case "mb" -> mb(value);
            case "requests" -> requests(Math.round(value));
            case "processes" -> count(Math.round(value), "process", "processes");
            case "ratio" -> percent(value);
            default -> exact(value, unit);
        };
    }

    /**
     * The value so that one sees on which side of a limit it is: with as few more decimals as that takes, or in words, where it
     * would look the same as the limit and is not.
     */
    public static String beside(double value, double limit, String unit) {
        String usual = text(value, unit);
        if (value == limit || !usual.equals(text(limit, unit))) {
            return usual;
        }
        for (int scale = 10; scale <= MOST_EXACT; scale *= 10) {
            String exact = exact(value, unit, scale);
            if (!exact.equals(exact(limit, unit, scale))) {
                return exact;
            }
        }
        return (value < limit ? "just under " : "just over ") + exact(value, unit);
    }

    /** The limit as it is shown next to a value that {@link #beside} gave. */
    public static String limit(double limit, double value, String unit) {
        String usual = text(limit, unit);
        return value != limit && usual.equals(text(value, unit)) ? exact(limit, unit) : usual;
    }

    /** The value with up to three decimals. */
    public static String exact(double value, String unit) {
        return exact(value, unit, MOST_EXACT);
    }

    private static String exact(double value, String unit, int scale) {
        return switch (unit) {
            case "ms" -> decimals(value, scale) + "ms";
            case "mb" -> decimals(value, scale) + " MB";
            case "ratio" -> decimals(value * 100, scale) + "%";
            default -> decimals(value, scale) + " " + unit;
        };
    }

    /** A time: {@code 0.8ms}, {@code 812ms}, {@code 3.2s}, {@code 2m 05s}, {@code 1h 02m}. */
    public static String ms(double ms) {
        if (ms < 9.95) {
            return decimals(ms, 10) + "ms";
        }
        if (ms < 999.5) {
            return Math.round(ms) + "ms";
        }
        if (ms < 59_950) {
            return tenths(ms / 1000) + "s";
        }
        long seconds = Math.round(ms / 1000);
        if (seconds < 3600) {
            return seconds / 60 + "m " + twoDigits(seconds % 60) + "s";
        }
        long minutes = Math.round(ms / 60_000);
        return minutes / 60 + "h " + twoDigits(minutes % 60) + "m";
    }

    /** A size: {@code 45.6 MB}, {@code 120 MB}, {@code 1.2 GB}, {@code 150 GB}; a GB is 1024 MB. */
    public static String mb(double mb) {
        if (mb < 99.95) {
            return decimals(mb, 10) + " MB";
        }
        if (mb < 1023.5) {
            return Math.round(mb) + " MB";
        }
        double gb = mb / 1024;
        if (gb < 1023.5) {
            return (gb < 99.95 ? tenths(gb) : Long.toString(Math.round(gb))) + " GB";
        }
        double tb = gb / 1024;
        return (tb < 99.95 ? tenths(tb) : Long.toString(Math.round(tb))) + " TB";
    }

    /**
     * A ratio in percent, rounded to the nearest: whole, with one decimal under 10 %. What is not 0 % or 100 % does not look so:
     * {@code <0.1%}, {@code 99.9%}.
     */
    public static String percent(double ratio) {
        if (ratio >= 100) {
            return "more than 9999%"; // of nearly nothing: further digits say nothing
        }
        double percent = ratio * 100;
        if (percent > 0 && percent < 0.05) {
            return "<0.1%";
        }
        if (percent > -9.95 && percent < 9.95) {
            return decimals(percent, 10) + "%";
        }
        if (percent >= 99.5 && percent < 100) {
            return "99." + Math.min(9, Math.round((percent - 99) * 10)) + "%";
        }
        return Math.round(percent) + "%";
    }

    /** {@code 1 request}, {@code 12 requests}. */
    public static String requests(long count) {
        return count(count, "request");
    }

    /** {@code 1 call}, {@code 12 calls}. */
    public static String count(long count, String noun) {
        return count(count, noun, noun + "s");
    }

    private static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** One decimal, always. */
    private static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + "." + tenths % 10;
    }

    /** As many decimals as {@code scale} has zeros, without trailing zeros. */
    private static String decimals(double value, int scale) {
        long scaled = Math.round(Math.abs(value) * scale);
        StringBuilder out = new StringBuilder();
        if (value < 0 && scaled != 0) {
            out.append('-');
        }
        out.append(scaled / scale);
        long rest = scaled % scale;
        if (rest != 0) {
            out.append('.');
            for (int digit = scale / 10; rest != 0; digit /= 10) {
                out.append(rest / digit);
                rest %= digit;
            }
        }
        return out.toString();
    }

    private static String twoDigits(long value) {
        return value < 10 ? "0" + value : Long.toString(value);
    }
}
