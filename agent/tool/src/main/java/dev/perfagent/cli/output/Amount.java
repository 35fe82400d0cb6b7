package dev.perfagent.cli.output;

import dev.perfagent.threshold.QuantityText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers for people. What is not known is {@value #UNKNOWN}. Written without a formatter, whose first use costs 20 ms. */
public final class Amount {
    /** Stands for what is not known. */
    public static final String UNKNOWN = "-";

    private static final double KILO = 1024;

    /** A smaller change is none that anybody would act on. */
    private static final double LEAST_CHANGE = 0.0005;

    /** A share or change of 100 times or more is of nearly nothing: its digits say nothing. */
    private static final double MOST_TIMES = 100;

    /** 114 years; nothing that is measured takes as long, and what is read may say anything. */
    private static final double MOST_MS = 3.6e12;

    /** A time in a single unit. */
    private static final Pattern ONE_TIME = Pattern.compile("^(\\D*[\\d.]+)(ms|s)$");

    private Amount() {}

    /** A duration given in ms: {@code 6.1 ms}, {@code 812 ms}, {@code 3.2 s}, {@code 1m 12s}, {@code 2h 05m}. */
    public static String millis(@Nullable Double ms) {
        if (ms == null || !Double.isFinite(ms)) {
            return UNKNOWN;
        }
        double size = Math.abs(ms);
        if (size >= MOST_MS) {
            return (ms > 0 ? "over " : "under -") + "1,000,000 h";
        }
        if (size < 9.95) {
            return size == 0 ? "0 ms" : decimal(ms) + " ms";
        }
        if (size < 999.5) {
            return Math.round(ms) + " ms";
        }
        if (size < 59_950) {
            return decimal(ms / 1000) + " s";
        }
        long seconds = Math.round(ms / 1000);
        if (seconds < 3600) {
            return seconds / 60 + "m " + twoDigits(seconds % 60) + "s";
        }
        long minutes = Math.round(ms / 60_000);
        return minutes / 60 + "h " + twoDigits(minutes % 60) + "m";
    }

    /** How long ago, given in ms: {@code new}, {@code 5 minutes old}, {@code 3 hours old}, {@code 2 days old}. */
    public static String age(long ms) {
        long minutes = ms / 60_000;
        if (minutes < 1) {
            return "new";
        }
        if (minutes < 60) {
            return counted(minutes, "minute", "minutes") + " old";
        }
        long hours = minutes / 60;
        return hours < 48 ? counted(hours, "hour", "hours") + " old" : counted(hours / 24, "day", "days") + " old";
    }

    /** A size given in bytes: {@code 812 B}, {@code 1.0 MB}; a megabyte is 1,048,576 bytes, as in the records. */
    public static String bytes(@Nullable Double bytes) {
        if (bytes == null || !Double.isFinite(bytes)) {
            return UNKNOWN;
        }
        double size = bytes;
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        int unit = 0;
        // What would round to 1,024 is 1.0 of the next unit.
        while (Math.abs(size) >= (unit == 0 ? KILO : KILO - 0.5) && unit < units.length - 1) {
            size /= KILO;
            unit++;
        }
        boolean whole = unit == 0 || Math.abs(size) >= 99.95;
        return (whole ? count(size) : decimal(size)) + " " + units[unit];
    }

    /** A change in bytes, with its sign. */
    public static String change(@Nullable Double bytes) {
        return bytes == null || bytes <= 0 ? bytes(bytes) : "+" + bytes(bytes);
    }

    /** A size given in megabytes. */
    public static String megabytes(@Nullable Double megabytes) {
        return bytes(megabytes == null ? null : (Double) (megabytes * KILO * KILO));
    }

    /**
     * A ratio as a percentage: 0.533 is {@code 53%}, 0.0062 is {@code 0.6%}, 100 and more {@code >9999%}; rounded as the agent
     * does.
     */
    public static String percent(@Nullable Double ratio) {
        if (ratio == null || !Double.isFinite(ratio)) {
            return UNKNOWN;
        }
        if (Math.abs(ratio) >= MOST_TIMES) {
            return ratio > 0 ? ">9999%" : "<-9999%";
        }
        return QuantityText.percent(ratio);
    }

    /** A change as a percentage with its sign: 0.34 is {@code +34%}; a ratio as a change is {@code ratio - 1}. */
    public static String signedPercent(@Nullable Double change) {
        if (change != null && Math.abs(change) < LEAST_CHANGE) {
            return "0%";
        }
        String percent = percent(change);
        return change != null && change > 0 && Character.isDigit(percent.charAt(0)) ? "+" + percent : percent;
    }

    /** The same, so that one sees on which side of a limit the change is. */
    public static String signedPercent(@Nullable Double change, double limit) {
        if (change == null || !Double.isFinite(change) || Math.abs(change) >= MOST_TIMES) {
            return signedPercent(change);
        }
        String sign = change > 0 ? "+" : change < 0 ? "-" : "";
        String size = QuantityText.beside(Math.abs(change), limit, "ratio");
        // What is under 0.1% has a sign and digits, too; "just under 20%" has its sign before the number.
        String shown = size.startsWith("<") ? QuantityText.exact(Math.abs(change), "ratio") : size;
        int number = shown.lastIndexOf(' ') + 1;
        return shown.substring(0, number) + sign + shown.substring(number);
    }

    /** A whole number with thousands apart. */
    public static String count(@Nullable Double number) {
        return number == null || !Double.isFinite(number) ? UNKNOWN : grouped(Math.round(number));
    }

    /** A whole number with thousands apart. */
    public static String count(@Nullable Long number) {
        return number == null ? UNKNOWN : grouped(number);
    }

    /** Such as {@code 1 run}, {@code 2 runs}. */
    public static String counted(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /**
     * A number in the unit of an alert, so that one sees on which side of its limit it is; with the agent's digits.
     *
     * @param limit null when it is not known
     */
    public static String beside(@Nullable Double number, @Nullable Double limit, String unit) {
        if (number == null) {
            return UNKNOWN;
        }
        return spaced(limit == null ? QuantityText.text(number, unit) : QuantityText.beside(number, limit, unit));
    }

    /** The limit next to such a number. */
    public static String limit(@Nullable Double limit, @Nullable Double number, String unit) {
        if (limit == null) {
            return UNKNOWN;
        }
        return spaced(number == null ? QuantityText.text(limit, unit) : QuantityText.limit(limit, number, unit));
    }

    /** The agent writes {@code 3.2s} where the tool writes {@code 3.2 s}. */
    private static String spaced(String text) {
        return ONE_TIME.matcher(text).replaceFirst("$1 $2");
    }

    /** A bar for a share of 0 to 1, as many columns at most. */
    public static String bar(double share, int width) {
        return "█".repeat((int) Math.round(Math.max(0, Math.min(1, share)) * width));
    }

    public static String decimal(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toPlainString()
                : UNKNOWN;
    }

    private static String grouped(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    /** Leaves out what is not known: then it is empty. */
    public static String known(String amount) {
        return amount.equals(UNKNOWN) ? "" : amount;
    }
}
