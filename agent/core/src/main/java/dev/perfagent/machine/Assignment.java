package dev.perfagent.machine;

/** The signs between a name and its value: {@code : = => -> |} and those of a URL, quotes and blanks around them. */
final class Assignment {
    private Assignment() {}

    /** Where the value begins when a sign says that there is one; negative when none does. */
    static int after(String text, int nameEnd) {
        int i = nameEnd;
        while (i < text.length() && ScannedWord.AROUND_NAMES.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i < text.length() && text.charAt(i) == '>') {
            return i + 1;
        }
        while (i < text.length() && ScannedWord.isBlank(text.charAt(i))) {
            i++;
        }
        int sign = afterSign(text, i);
        if (sign < 0) {
            return -1;
        }
        for (int next = sign; next >= 0; next = afterSign(text, next)) {
            sign = next;
        }
        while (sign < text.length() && ScannedWord.isBlank(text.charAt(sign))) {
            sign++;
        }
        return sign;
    }

    /** Behind one sign of assignment; negative when there is none. */
    private static int afterSign(String text, int i) {
        if (i >= text.length()) {
            return -1;
        }
        char c = text.charAt(i);
        if (c == ':' || c == '=' || c == '|') {
            return i + 1;
        }
        if (text.startsWith("->", i)) {
            return i + 2;
        }
        if (c == '>' && i > 0 && text.charAt(i - 1) == '=') {
            return i + 1;
        }
        boolean encoded = text.regionMatches(true, i, "%3d", 0, 3)
                || text.regionMatches(true, i, "%3a", 0, 3)
                || text.regionMatches(true, i, "%22", 0, 3);
        return encoded ? i + 3 : -1;
    }
}
