package dev.perfagent.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through JSON in UTF-8 without making anything of what it passes. As strict as RFC 8259, with two exceptions: bytes that
 * are no UTF-8, and escapes of halves of characters, are read as U+FFFD.
 *
 * <p>A general parser would do. But a history has a million lines, and most of what a command costs that reads 100,000 of them
 * was that parser, and the JVM's compiling of it: docs/decisions/0174.
 */
final class JsonBytes {
    /** As Jackson has it by default. */
    private static final int MOST_DEPTH = 500;

    /** As Jackson has it by default. */
    private static final int LONGEST_NUMBER = 1000;

    /** A long holds all numbers of so many digits. */
    private static final int SAFE_DIGITS = 18;

    /** A double holds all whole numbers up to that, and the powers of ten up to the 22nd: their quotient is rounded once. */
    private static final long LARGEST_EXACT = 1L << 53;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    private static final byte[] TRUE = bytes("true");
    private static final byte[] FALSE = bytes("false");
    private static final byte[] NULL = bytes("null");
    private static final String ESCAPES = "\"\\/bfnrtu";
    private static final int UNICODE_DIGITS = 4;
    private static final int HEX = 16;

    private byte[] bytes = {};
    private int at;
    private int end;

    /** Whether nothing of the object or array was passed yet. */
    private boolean first;

    /** Where the text or number that was passed last is, without quotes. */
    private int from;

    private int to;

    /** Whether a text is ASCII without escapes. */
    private boolean plain;

    /** That of a plain text, as {@link String#hashCode()} has it. */
    private int hash;

    /** The digits of a number without its point. */
    private long digits;

    private int decimals;
    private boolean whole;
    private boolean exact;

    /** The text is no JSON. Without a stack: most histories have some half lines. */
    static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnreadableException(String message) {
            super(message, null, false, false);
        }
    }

    void open(byte[] text, int offset, int length) {
        bytes = text;
        at = offset;
        end = offset + length;
    }

    /** The first byte of what comes next; 0 at the end. */
    int peek() {
        while (at < end) {
            byte b = bytes[at];
            if (b > ' ' || b < 0) {
                return b;
            }
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                throw unexpected();
            }
            at++;
        }
        return 0;
    }

    /** Goes into an object or array whose first byte was seen. */
    void enter() {
        at++;
        first = true;
    }

    /** Goes to the value of an object's next field, and knows its name; false behind the end of the object. */
    boolean nextName() {
        if (isOver('}')) {
            return false;
        }
        if (peek() != '"') {
            throw unexpected();
        }
        passText();
        if (peek() != ':') {
            throw unexpected();
        }
        at++;
        return true;
    }

    /** Goes to an array's next element; false behind the end of the array. */
    boolean nextElement() {
        return !isOver(']');
    }

    private boolean isOver(char close) {
        int b = peek();
        if (b == close) {
            at++;
            first = false;
            return true;
        }
        if (!first) {
            if (b != ',') {
                throw unexpected();
            }
            at++;
        }
        first = false;
        return false;
    }

    /** Passes a value, whatever it is. */
    void skip() {
        skip(0);
    }

    private void skip(int depth) {
        switch (peek()) {
            case '"' -> passText();
            case '{' -> {
                deepen(depth);
                while (nextName()) {
                    skip(depth + 1);
                }
            }
            case '[' -> {
                deepen(depth);
                while (nextElement()) {
                    skip(depth + 1);
                }
            }
            case 't', 'f', 'n' -> passWord();
            default -> passNumber();
        }
    }

    private void deepen(int depth) {
        if (depth >= MOST_DEPTH) {
            throw new UnreadableException("more than " + MOST_DEPTH + " levels at byte " + at);
        }
        enter();
    }

    /** Passes true, false or null, of which the first byte was seen. */
    void passWord() {
        byte[] word = bytes[at] == 't' ? TRUE : bytes[at] == 'f' ? FALSE : NULL;
        if (!passes(word)) {
            throw unexpected();
        }
    }

    /** Passes these bytes; false when others come. */
    boolean passes(byte[] expected) {
        int stop = at + expected.length;
        if (stop > end || !Arrays.equals(bytes, at, stop, expected, 0, expected.length)) {
            return false;
        }
        at = stop;
        return true;
    }

    /** Passes a text whose quote was seen. */
    void passText() {
        int code = 0;
        boolean ascii = true;
        from = at + 1;
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (b == '"') {
                to = i;
                at = i + 1;
                hash = code;
                plain = ascii;
                return;
            }
            if (b < ' ' || b == '\\') {
                at = i;
                i = special(b);
                ascii = false;
            }
            code = 31 * code + b;
        }
        throw new UnreadableException("a text without end");
    }

    /** The last byte of an escape or of what is not ASCII. */
    private int special(byte b) {
        if (b < 0) {
            return at;
        }
        int escape = b == '\\' && at + 1 < end ? ESCAPES.indexOf(bytes[at + 1]) : -1;
        if (escape < 0) {
            throw unexpected();
        }
        if (bytes[at + 1] != 'u') {
            return at + 1;
        }
        int last = at + 1 + UNICODE_DIGITS;
        for (int i = at + 2; i <= last; i++) {
            if (i >= end || Character.digit(bytes[i], HEX) < 0) {
                throw unexpected();
            }
        }
        return last;
    }

    /** The number of the field whose name was passed last; -1 for an unknown one. */
    int field(FieldNames<?> names) {
        return plain ? names.find(bytes, from, to, hash) : names.find(unescaped(place()));
    }

    /** Whether the text that was passed last is ASCII without escapes. */
    boolean isPlain() {
        return plain;
    }

    /** Of the text that was passed last, if it is plain, as {@link String#hashCode()} has it. */
    int hash() {
        return hash;
    }

    /** Where the text that was passed last is; known until another JSON is opened. */
    long place() {
        return (long) from << Integer.SIZE | to;
    }

    /** The text that was passed last. */
    String text(TextPool pool) {
        return plain ? plain(place(), hash, pool) : pool.get(unescaped(place()));
    }

    /** The plain text of that place and hash. */
    String plain(long place, int code, TextPool pool) {
        int start = (int) (place >>> Integer.SIZE);
        return pool.get(bytes, start, (int) place - start, code);
    }

    /** The text of that place. */
    String unescaped(long place) {
        int start = (int) (place >>> Integer.SIZE);
        return JsonEscapes.read(new String(bytes, start, (int) place - start, StandardCharsets.UTF_8));
    }

    /** Passes a number. */
    void passNumber() {
        from = at;
        boolean negative = at < end && bytes[at] == '-';
        int start = negative ? at + 1 : at;
        digits = 0;
        int i = passDigits(start);
        int count = i - start;
        if (count > 1 && bytes[start] == '0') {
            throw unexpected();
        }
        decimals = 0;
        whole = true;
        if (i < end && bytes[i] == '.') {
            int point = i + 1;
            i = passDigits(point);
            decimals = i - point;
            whole = false;
        }
        exact = count + decimals <= SAFE_DIGITS;
        if (i < end && (bytes[i] | ' ') == 'e') {
            boolean signed = i + 1 < end && (bytes[i + 1] == '-' || bytes[i + 1] == '+');
            i = passDigits(i + (signed ? 2 : 1));
            whole = false;
            exact = false;
        }
        if (i - from > LONGEST_NUMBER) {
            throw new UnreadableException("a number with " + (i - from) + " digits");
        }
        digits = negative ? -digits : digits;
        to = i;
        at = i;
    }

    private int passDigits(int start) {
        long sum = digits;
        int i = start;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            sum = 10 * sum + bytes[i] - '0';
            i++;
        }
        if (i == start) {
            throw unexpected();
        }
        digits = sum;
        return i;
    }

    /** Whether the number that was passed last is one that a long holds. */
    boolean isLong() {
        if (whole && !exact) {
            readLong();
        }
        return whole;
    }

    /** That number. */
    long longNumber() {
        return digits;
    }

    private void readLong() {
        try {
            digits = Long.parseLong(number());
        } catch (NumberFormatException tooLarge) {
            whole = false;
        }
    }

    /** The number that was passed last; infinite when it is more than a double holds. */
    double decimalNumber() {
        return exact && Math.abs(digits) <= LARGEST_EXACT ? digits / POWERS[decimals] : Double.parseDouble(number());
    }

    private String number() {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Where the next byte is. */
    int position() {
        return at;
    }

    /** The bytes that were passed since. */
    byte[] since(int position) {
        return Arrays.copyOfRange(bytes, position, at);
    }

    private UnreadableException unexpected() {
        return new UnreadableException("unexpected byte at " + at);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
