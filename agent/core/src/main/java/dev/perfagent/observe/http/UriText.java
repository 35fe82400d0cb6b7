package dev.perfagent.observe.http;

/** Addresses with characters that a URI may not have as they are. */
final class UriText {
    /** Beside blanks, controls and whatever is not ASCII. */
    private static final String ILLEGAL = "\"<>[]\\^`{|}";

    private static final String HEX = "0123456789ABCDEF";
    private static final char LAST = '~';

    private UriText() {}

    /** With these encoded behind the host. What stands for the same stays the same; nobody is asked for it. */
    static String encoded(String address) {
        int from = pathStart(address);
        StringBuilder out = new StringBuilder(address.length() + 16).append(address, 0, from);
        boolean isFragment = false;
        for (int i = from; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean isPlain = c > ' ' && c <= LAST && ILLEGAL.indexOf(c) < 0;
            if (c == '#' && !isFragment) {
                isFragment = true;
                out.append(c);
            } else if (c == '#' || c == '%' && !isEncoded(address, i) || !isPlain) {
                append(out, c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int pathStart(String address) {
        int scheme = address.indexOf("://");
        int at = scheme < 0 ? 0 : scheme + 3;
        while (at < address.length() && "/?#".indexOf(address.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static boolean isEncoded(String address, int percent) {
        return percent + 2 < address.length()
                && Character.digit(address.charAt(percent + 1), 16) >= 0
                && Character.digit(address.charAt(percent + 2), 16) >= 0;
    }

    private static void append(StringBuilder out, char c) {
        if (c > 0xff) {
            append(out, (char) (c >> 8));
        }
        out.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
    }
}
