package dev.perfagent.machine;

/**
 * Hides secrets in a text, in one pass: the value after a name such as "password" ({@link SecretNames}), however the two are
 * written, and what looks like a secret by itself ({@link SecretShapes}).
 *
 * <p>Behind a colon, an equals sign and the like, whatever comes is the value. Behind a blank it is, unless it is a word such
 * as "expired"; then the value may still come later in the sentence, as in "password for ada is VALUE".
 */
final class SecretScan {
    private static final String PEM = "-----BEGIN";
    private static final String PEM_END = "-----END";

    /** How many words behind such a name its value is still looked for. */
    private static final int FAR = 8;

    private final String text;
    private final String known;
    private final StringBuilder out;
    private int at;

    /** How many more words may be the value of a name that was seen. */
    private int later;

    private String wordBefore = "";

    /**
     * Of this text.
     *
     * @param text as it is read: with {@link Redaction#HIDDEN} for what is known to be secret, unless it reads like a name, for
     *     what
     *     follows it may be secret, too
     * @param known the same, where those are hidden, too
     */
    SecretScan(String text, String known) {
        this.text = text;
        this.known = known;
        this.out = new StringBuilder(text.length() + 16);
    }

    /** The text without secrets; ends in dots when it was cut, or has to be. */
    String result(boolean cut) {
        while (at < text.length() && out.length() <= Redaction.LONGEST_TEXT) {
            int before = at;
            step(text.charAt(at));
            if (at == before) {
                copyTo(at + 1); // whatever happens, it ends
            }
        }
        int length = Math.min(out.length(), Redaction.LONGEST_TEXT);
        if (length == out.length() && !cut) {
            return out.toString();
        }
        return out.substring(0, Character.isHighSurrogate(out.charAt(length - 1)) ? length - 1 : length) + "…";
    }

    private void step(char c) {
        if (c == Redaction.HIDDEN) {
            hideTo(at + 1);
        } else if (text.startsWith(PEM, at)) {
            hideTo(endOfPem());
        } else if (ScannedWord.isSeparator(c)) {
            separator(c);
        } else {
            word();
        }
    }

    private void separator(char c) {
        boolean mayOpen = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        if (later > 0 && c == '=') {
            copyTo(at + 1);
            value(true);
        } else if (later > 0 && mayOpen && ScannedWord.OPENING.indexOf(c) >= 0) {
            quoted(at + 1, c);
        } else {
            copyTo(at + 1);
        }
    }

    private void word() {
        int end = at;
        while (end < text.length() && !ScannedWord.isSeparator(text.charAt(end))) {
            end++;
        }
        if (isAddress(end)) {
            end = blankAfter(at);
            show(SecretShapes.without(known.substring(at, end), Redaction.MARK));
            at = end;
            return;
        }
        String word = text.substring(at, end);
        int name = endOfSecretName(word);
        if (ScannedWord.isPasswordOption(word)) {
            copyTo(at + 2);
            boolean apart = word.length() == 2;
            hideTo(apart ? at : at - 2 + ScannedWord.withoutTrailing(text.substring(at - 2, blankAfter(at))));
            if (apart || name >= 0) {
                value(false);
            }
        } else if (name >= 0) {
            afterName(at + name);
        } else if (word.equals("-u") || word.equals("--user")) {
            copyTo(end);
            next(":");
        } else if (SecretNames.isScheme(word)) {
            copyTo(end);
            next(""); // Basic BASE64
        } else {
            plain(word, end);
        }
        wordBefore = word;
    }

    /** A word of a sentence, in which the value of a name before may come. */
    private void plain(String word, int end) {
        boolean expected = later > 0;
        later = later > 0 ? later - 1 : 0;
        char last = word.charAt(word.length() - 1);
        if (expected && (last == ':' || ScannedWord.isVerb(word))) {
            copyTo(end);
            value(last == ':');
        } else if (expected && ScannedWord.looksMade(word)) {
            hideTo(blankAfter(at));
        } else {
            show(SecretShapes.without(known.substring(at, end), Redaction.MARK));
            at = end;
            later = last == '.' ? 0 : later;
        }
    }

    /** Where the first such name in a word ends, counted from the word's start; negative when it has none. */
    private int endOfSecretName(String word) {
        int from = 0;
        while (from < word.length() && !ScannedWord.isPath(word, from)) {
            int end = from;
            while (end < word.length() && ScannedWord.isOfName(word.charAt(end))) {
                end++;
            }
            String name = word.substring(from, end);
            boolean assigned = Assignment.after(text, at + end) >= 0;
            boolean isName = SecretNames.isSecret(name)
                    || (SecretNames.isKey(name) && (assigned || (from == 0 && SecretNames.isKindOfKey(wordBefore))));
            if (isName
                    && (assigned
                            || end >= word.length() - 1
                            || ScannedWord.AROUND_NAMES.indexOf(word.charAt(end)) >= 0)) {
                return end;
            }
            from = end + 1;
        }
        return -1;
    }

    /** Copies a name and what stands between it and its value, and hides the value. */
    private void afterName(int nameEnd) {
        boolean phrase = endsWithPhrase(nameEnd);
        boolean header = SecretNames.isHeader(nameBefore(nameEnd));
        show(SecretShapes.without(known.substring(at, nameEnd), Redaction.MARK)); // a token may look like a name
        at = nameEnd;
        int value = Assignment.after(text, nameEnd);
        if (value >= 0) {
            copyTo(value);
            if (header || phrase) {
                toEndOfLine();
            } else if (value > 0 && text.charAt(value - 1) == '>' && isElement(value)) {
                toElementEnd();
            } else {
                value(true);
            }
        } else {
            int blank = nameEnd;
            while (blank < text.length() && ScannedWord.AROUND_NAMES.indexOf(text.charAt(blank)) >= 0) {
                blank++;
            }
            while (blank < text.length()
                    && (ScannedWord.isBlank(text.charAt(blank)) || "([{".indexOf(text.charAt(blank)) >= 0)) {
                blank++;
            }
            boolean apart = blank > nameEnd;
            if (apart
                    && phrase
                    && !SecretNames.isHarmless(ScannedWord.bare(text.substring(blank, blankAfter(blank))))) {
                copyTo(blank);
                toEndOfLine();
            } else if (apart) {
                copyTo(isOpeningQuote(blank - 1) ? blank - 1 : blank);
                value(false);
            } else {
                copyTo(nameEnd);
                later = FAR;
            }
        }
    }

    private boolean isOpeningQuote(int quote) {
        return ScannedWord.OPENING.indexOf(text.charAt(quote)) >= 0
                && quote > 0
                && ScannedWord.isBlank(text.charAt(quote - 1));
    }

    private boolean isElement(int value) {
        return value < 2 || text.charAt(value - 2) != '=' && text.charAt(value - 2) != '-';
    }

    /**
     * Hides the value that begins here.
     *
     * @param assigned whether a sign says that it is one; else a word of the sentence may stand here
     */
    private void value(boolean assigned) {
        while (at < text.length() && (ScannedWord.isBlank(text.charAt(at)) || text.charAt(at) == '\\')) {
            copyTo(at + 1);
        }
        if (at == text.length()) {
            later = assigned ? 0 : FAR;
            return;
        }
        char c = text.charAt(at);
        if (ScannedWord.OPENING.indexOf(c) >= 0) {
            quoted(at + 1, c);
            return;
        }
        if (assigned && "[{(".indexOf(c) >= 0) {
            int close = text.indexOf("]})".charAt("[{(".indexOf(c)), at + 1);
            copyTo(at + 1);
            hideTo(close < 0 ? text.length() : close);
            return;
        }
        int end = blankAfter(at);
        String word = text.substring(at, end);
        String bare = ScannedWord.bare(word);
        if (!assigned && ScannedWord.isVerb(word)) {
            copyTo(end);
            value(false);
        } else if (SecretNames.isScheme(bare) && end < text.length()) {
            copyTo(end);
            value(true);
        } else if (isNameOfAnother(bare, at + word.indexOf(bare) + bare.length())) {
            later = FAR; // the loop goes on with that name
        } else if (!assigned && (bare.isEmpty() || SecretNames.isHarmless(bare))) {
            copyTo(Math.max(at + 1, at + word.indexOf(bare) + bare.length()));
            later = FAR;
        } else {
            hideTo(at + ScannedWord.withoutTrailing(word));
            if (ScannedWord.isLetters(bare)
                    && SecretNames.isSecret(bare)
                    && at < text.length()
                    && ScannedWord.isBlank(text.charAt(at))) {
                int next = Assignment.after(text, at); // "password secret VALUE", "secret: password = VALUE"
                copyTo(Math.max(at, next));
                value(next >= 0);
            }
        }
    }

    /** Whether what seems a value is such a name with a value of its own. */
    private boolean isNameOfAnother(String bare, int end) {
        return !bare.isEmpty()
                && ScannedWord.isNameOnly(bare)
                && SecretNames.isSecret(bare)
                && end < text.length()
                && (text.charAt(end) == ':' || text.charAt(end) == '=');
    }

    private void quoted(int from, char open) {
        copyTo(from);
        char close = ScannedWord.CLOSING.charAt(ScannedWord.OPENING.indexOf(open));
        int end = from;
        while (end < text.length() && (text.charAt(end) != close || isEscaped(end, from))) {
            end++;
        }
        if (end + 1 < text.length()
                && (Character.isLetterOrDigit(text.charAt(end + 1)) || text.charAt(end + 1) == close)) {
            end = blankAfter(end); // the quote was within the value
        }
        String value = text.substring(from, Math.min(end, text.length()));
        hideTo(from + value.length());
        if (text.startsWith(">", at + 1) && ScannedWord.isNameOnly(value) && SecretNames.isSecret(value)) {
            copyTo(at + 2); // <entry key="password">VALUE</entry>
            toElementEnd();
        }
    }

    private void toElementEnd() {
        int close = text.indexOf('<', at);
        hideTo(close < 0 ? text.length() : close);
    }

    /** Escaped within the value: by a backslash, which is not the one of a quote that was itself escaped. */
    private boolean isEscaped(int quote, int from) {
        boolean openedEscaped = from >= 2 && text.charAt(from - 2) == '\\';
        return quote > from && text.charAt(quote - 1) == '\\' && !openedEscaped;
    }

    /** Hides the next word when it has that sign in it, as in {@code -u NAME:PASSWORD} of curl; or else when it looks made. */
    private void next(String sign) {
        while (at < text.length() && ScannedWord.isBlank(text.charAt(at))) {
            copyTo(at + 1);
        }
        int end = blankAfter(at);
        String word = text.substring(at, end);
        if (sign.isEmpty() ? ScannedWord.looksMade(word) || ScannedWord.hasInnerCapital(word) : word.contains(sign)) {
            hideTo(at + ScannedWord.withoutTrailing(word));
        }
    }

    private void toEndOfLine() {
        if (at < text.length() && ("[\"'".indexOf(text.charAt(at)) >= 0)) {
            value(true);
            return;
        }
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        hideTo(end);
    }

    private int endOfPem() {
        int close = text.indexOf(PEM_END, at);
        int dashes = close < 0 ? -1 : text.indexOf("-----", close + PEM_END.length());
        return dashes < 0 ? text.length() : dashes + 5;
    }

    private void copyTo(int end) {
        if (end > at) {
            show(known.substring(at, end));
            at = end;
        }
    }

    private void show(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == Redaction.HIDDEN) {
                mark();
            } else {
                out.append(c < ' ' ? ' ' : c);
            }
        }
    }

    private void hideTo(int end) {
        if (end > at) {
            mark();
            at = end;
        }
        later = 0;
    }

    private void mark() {
        int before = out.length() - Redaction.MARK.length();
        if (before < 0 || out.indexOf(Redaction.MARK, before) < 0) {
            out.append(Redaction.MARK);
        }
    }

    private boolean isAddress(int end) {
        String word = text.substring(at, end);
        return word.contains("://") || (word.indexOf('?') >= 0 && end < text.length() && text.charAt(end) == '=');
    }

    private int blankAfter(int from) {
        int end = from;
        while (end < text.length() && !ScannedWord.isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private String nameBefore(int end) {
        int start = end;
        while (start > 0 && ScannedWord.isOfName(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private boolean endsWithPhrase(int nameEnd) {
        return text.regionMatches(true, nameEnd - 6, "phrase", 0, 6)
                || text.regionMatches(true, nameEnd - 8, "mnemonic", 0, 8);
    }
}
