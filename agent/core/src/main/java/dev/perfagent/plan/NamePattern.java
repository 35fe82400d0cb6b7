package dev.perfagent.plan;

/**
 * A name in which {@code *} stands for any run of characters, the empty one too. No regex: those cost a cold JVM 4 ms, and this
 * is asked for every class.
 *
 * <p>A dot fits a slash and a dollar sign as well, so that both {@code a.Outer.Inner} and {@code a.Outer$Inner} mean the nested
 * class, and so that {@code a.b.*} covers the packages and the nested classes below.
 */
public final class NamePattern {
    private final String pattern;
    private final boolean wild;
    /** What stands behind the last {@code *}, where nearly every name already fails to fit. */
    private final int tail;

    /** Of that pattern. */
    public NamePattern(String pattern) {
        this.pattern = pattern;
        this.wild = pattern.indexOf('*') >= 0;
        this.tail = pattern.length() - 1 - pattern.lastIndexOf('*');
    }

    /** Whether it has a {@code *}. */
    public boolean isWild() {
        return wild;
    }

    /** Whether that name fits. */
    public boolean matches(String name) {
        if (wild ? name.length() < tail : name.length() != pattern.length()) {
            return false;
        }
        for (int i = 1; i <= tail; i++) {
            if (!fits(pattern.charAt(pattern.length() - i), name.charAt(name.length() - i))) {
                return false;
            }
        }
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        while (in < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                retry = in;
            } else if (at < pattern.length() && fits(pattern.charAt(at), name.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++retry;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    /** Whether a class of that package, which is named with dots, may fit; no is certain. */
    boolean mayFitIn(String packageName) {
        int last = Math.min(pattern.length(), packageName.length());
        for (int i = 0; i < last && pattern.charAt(i) != '*'; i++) {
            char wanted = pattern.charAt(i);
            if ((wanted == '/' ? '.' : wanted) != packageName.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char wanted, char actual) {
        return wanted == actual || (wanted == '.' && (actual == '/' || actual == '$'));
    }
}
