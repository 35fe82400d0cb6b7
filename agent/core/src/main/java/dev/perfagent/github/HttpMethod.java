package dev.perfagent.github;

/** The method as an endpoint's name shows it. */
final class HttpMethod {
    /** The longest token kept; those of RFC 9110 and WebDAV's usual ones are shorter. */
    private static final int MAX_LETTERS = 10;

    private HttpMethod() {}

    /** Upper case; {@code OTHER} when it is not 1 to 10 ASCII letters. */
    static String token(String method) {
        switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT" -> {
                return method;
            }
            default -> {
                return upperCase(method);
            }
        }
    }

    private static String upperCase(String method) {
        int length = method.length();
        if (length == 0 || length > MAX_LETTERS) {
            return "OTHER";
        }
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = method.charAt(i);
            if (c >= 'a' && c <= 'z') {
                c = (char) (c - 'a' + 'A');
            }
            if (c < 'A' || c > 'Z') {
                return "OTHER";
            }
            out.append(c);
        }
        return out.toString();
    }
}
