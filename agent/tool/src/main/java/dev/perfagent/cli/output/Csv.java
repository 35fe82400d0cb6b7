package dev.perfagent.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values as RFC 4180 has them. A spreadsheet takes text that begins with certain signs for a formula and runs
 * it, so such text gets an apostrophe before it, as OWASP advises ("CSV Injection").
 */
public final class Csv {
    public static final String LINE_END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final StringBuilder text = new StringBuilder();
    private final List<String> row = new ArrayList<>();

    /** Foreign text. */
    public Csv text(String value) {
        boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
        row.add(quoted((formula ? "'" : "") + SafeText.text(value)));
        return this;
    }

    /** A number, as programs read it; empty when it is not known. */
    public Csv number(@Nullable Number value) {
        row.add(value == null ? "" : Decimals.text(value));
        return this;
    }

    public void endRow() {
        text.append(String.join(",", row)).append(LINE_END);
        row.clear();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c == ' ' || c == '\'');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
