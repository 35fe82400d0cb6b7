package dev.perfagent.threshold;

/** Numbers as people read them, without java.text, whose formats cost a cold JVM more than 20 ms. */
public final class Quantity {
    /** Keeps 0.29 * 100 = 28.999999999999996 from being told as 28 %. */
    private static final double ROUNDING_ERROR = 1e-9;

    private Quantity() {}

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

    /** The value with up to three decimals: for two values that {@link #text} cannot tell apart. */
    public static String exact(double value, String unit) {
        return switch (unit) {
            case "ms" -> decimals(value, 1000) + "ms";
            case "mb" -> decimals(value, 1000) + " MB";
            case "ratio" -> decimals(value * 100, 1000) + "%";
            default -> decimals(value, 1000) + " " + unit;
        };
    }

    /** A time: {@code 0.8ms}, {@code 812ms}, {@code 3.2s}, {@code 2m 05s}, {@code 1h 02m}. */
    static String ms(double ms) {
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

    /** A size: {@code 4.5 MB}, {@code 120 MB}, {@code 1.2 GB}; a GB is 1024 MB. */
    static String mb(double mb) {
        if (mb < 9.95) {
            return decimals(mb, 10) + " MB";
        }
        if (mb < 1023.5) {
            return Math.round(mb) + " MB";
        }
        return tenths(mb / 1024) + " GB";
    }

    /** A ratio in whole percent, rounded down: what misses a target by a hair is not told as having met it. */
    static String percent(double ratio) {
        if (ratio >= 100) {
            return "more than 9999%"; // of nearly nothing: further digits say nothing
        }
        // A cast, for Math.floor loads a class of its own; a ratio is never negative.
        return (long) (ratio * 100 + ROUNDING_ERROR) + "%";
    }

    /** {@code 1 request}, {@code 12 requests}. */
    static String requests(long count) {
        return count(count, "request");
    }

    /** {@code 1 call}, {@code 12 calls}. */
    static String count(long count, String noun) {
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
