package dev.perfagent.history;

/** Escapes in texts of JSON, of which is known that they are complete. */
final class JsonEscapes {
    private static final int UNICODE_LENGTH = 6;
    private static final int HEX = 16;

    private JsonEscapes() {}

    /** The characters that a text stands for; of halves of characters, U+FFFD. */
    static String read(String text) {
        int at = text.indexOf('\\');
        if (at < 0) {
            return text;
        }
        StringBuilder read = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0) {
            read.append(text, copied, at);
            char kind = text.charAt(at + 1);
            copied = at + (kind == 'u' ? UNICODE_LENGTH : 2);
            read.append(kind == 'u' ? (char) Integer.parseInt(text, at + 2, copied, HEX) : character(kind));
            at = text.indexOf('\\', copied);
        }
        return LoneSurrogates.replaced(read.append(text, copied, text.length()).toString());
    }

    private static char character(char kind) {
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> kind;
        };
    }
}
