package dev.perfagent.config;

import dev.perfagent.config.YamlNode.Kind;
import dev.perfagent.config.YamlNode.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The messages about numbers that are not numbers, have a unit, or are out of range. */
final class NumberAdvice {
    /** A longer text is not a number with a typing mistake. */
    private static final int MAX_DIGITS = 20;

    private NumberAdvice() {}

    /** The message about a value that is not a number. */
    static String notANumber(NumberType type, YamlNode got) {
        String message = "expected " + type.text() + ", got " + ValueDescription.of(got);
        if (!(got instanceof Scalar scalar) || scalar.kind() != Kind.TEXT) {
            return message;
        }
        String text = scalar.text().trim();
        int end = digitsEnd(text);
        Double number = number(text.substring(0, end));
        if (number == null) {
            return message;
        }
        String unit = text.substring(end).trim();
        if (unit.isEmpty()) {
            return type.accepts(number) ? message + "; did you mean " + plain(number) + "?" : message;
        }
        Double factor = Unit.factor(type.dimension(), unit);
        if (factor == null || !type.accepts(number * factor)) {
            return message;
        }
        return message + "; write " + plain(number * factor) + "; "
                + (type.dimension() == NumberType.Dimension.RATIO
                        ? "it is a ratio from 0 to 1"
                        : "the unit is in the key's name");
    }

    /** The message about a number that is not allowed. */
    static String outOfRange(NumberType type, double value, String written) {
        if (type.whole() && value != Math.rint(value)) {
            return "expected " + type.text() + ", got " + Quoted.text(written);
        }
        String message = "expected " + type.text() + " from " + plain(type.min()) + " to " + plain(type.max())
                + ", got " + Quoted.text(written);
        if (type.dimension() == NumberType.Dimension.RATIO && value > 1 && value <= 100) {
            return message + "; did you mean " + twoDecimals(value / 100) + "?";
        }
        if (type.dimension() == NumberType.Dimension.PERCENT && value > 0 && value < 1) {
            return message + "; did you mean " + plain(value * 100) + "?";
        }
        return message;
    }

    /** A number as people write it. */
    static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= 1e15) {
            return Long.toString((long) value);
        }
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String twoDecimals(double value) {
        BigDecimal exact =
                BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return (exact.scale() < 2 ? exact.setScale(2) : exact).toPlainString();
    }

    private static int digitsEnd(String text) {
        int end = 0;
        while (end < text.length() && "0123456789.,_+-".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** A comma before three digits groups thousands; any other stands for the decimal point. */
    private static String withPoint(String text) {
        int comma = text.lastIndexOf(',');
        return comma < 0 || comma == text.length() - 4 ? text.replace(",", "") : text.replace(',', '.');
    }

    private static @Nullable Double number(String text) {
        String digits = withPoint(text.replace("_", ""));
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            return null;
        }
        try {
            return Double.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
