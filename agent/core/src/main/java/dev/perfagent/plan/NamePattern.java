package dev.perfagent.plan;

/**
 * A name in which {@code *} stands for any characters, or none, within one package, and {@code **} for any characters at all.
 * No regex: those cost a cold JVM 4 ms, and this is asked for every class.
 *
 * <p>A dot fits a slash and a dollar sign as well, so that both {@code a.Outer.Inner} and {@code a.Outer$Inner} mean the nested
 * class. A {@code *} fits a dollar sign, so that {@code a.b.*} covers the classes of a package with those that are nested in
 * them, and {@code a.b.**} those of the packages below too.
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
        return matchesFrom(name);
    }

    /** From left to right; where it fails, the last {@code *} takes one character more, and after that the last {@code **}. */
    private boolean matchesFrom(String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        int stars = -1;
        int retryAll = 0;
        while (in < name.length()) {
            if (isStar(at)) {
                int after = afterStars(at);
                if (after > at + 1) {
                    stars = after;
                    retryAll = in;
                    star = -1;
                } else {
                    star = after;
                    retry = in;
                }
                at = after;
            } else if (at < pattern.length() && fits(pattern.charAt(at), name.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0 && name.charAt(retry) != '/') {
                at = star;
                in = ++retry;
            } else if (stars >= 0) {
                at = stars;
                in = ++retryAll;
                star = -1;
            } else {
                return false;
            }
        }
        return afterStars(at) == pattern.length();
    }

    private boolean isStar(int at) {
        return at < pattern.length() && pattern.charAt(at) == '*';
    }

    private int afterStars(int at) {
        int after = at;
        while (isStar(after)) {
            after++;
        }
        return after;
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
