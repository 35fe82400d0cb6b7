package dev.perfagent.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are put into command lines in place of their name in braces, such as {@code {threads}}. */
public final class Parameters {
    private static final Pattern FORM = Pattern.compile("([A-Za-z_][A-Za-z0-9_-]*)=(.+)");
    private static final Pattern RANGE =
            Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?)(?:/(\\d+(?:\\.\\d+)?))?");

    /** So many commands would run for hours. */
    private static final int MOST = 100;

    private Parameters() {}

    /**
     * All combinations of values.
     *
     * @param texts each as {@code name=1,2,4}, {@code name=1..8} or {@code name=0..1/0.25}
     * @throws IllegalArgumentException when one is in another form, or there are too many; the message says which
     */
    public static List<Map<String, String>> combinations(List<String> texts) {
        List<Map<String, String>> all = new ArrayList<>();
        all.add(Map.of());
        for (String text : texts) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException("'" + text + "' is not a parameter; give name=1,2,4 or name=1..8");
            }
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> before : all) {
                for (String value : values(form.group(2), text)) {
                    Map<String, String> with = new LinkedHashMap<>(before);
                    with.put(form.group(1), value);
                    longer.add(with);
                }
            }
            all = longer;
            if (all.size() > MOST) {
                throw new IllegalArgumentException("the parameters have more than " + MOST + " combinations");
            }
        }
        return all;
    }

    /** The words with the values in them. */
    public static List<String> put(List<String> words, Map<String, String> values) {
        return words.stream().map(word -> put(word, values)).toList();
    }

    /** The text with the values in it. */
    public static String put(String text, Map<String, String> values) {
        String with = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            with = with.replace("{" + value.getKey() + "}", value.getValue());
        }
        return with;
    }

    private static List<String> values(String text, String whole) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return List.of(text.split(",", -1));
        }
        BigDecimal from = new BigDecimal(range.group(1));
        BigDecimal to = new BigDecimal(range.group(2));
        BigDecimal step = new BigDecimal(range.group(3) == null ? "1" : range.group(3));
        List<String> values = new ArrayList<>();
        if (step.signum() > 0) {
            for (BigDecimal at = from; at.compareTo(to) <= 0 && values.size() <= MOST; at = at.add(step)) {
                values.add(at.toPlainString());
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("'" + whole + "' has no value in it");
        }
        return values;
    }
}
