package dev.perfagent.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The checks for names of classes, methods and hosts. Each returns what is wrong with a name; null when nothing is. */
final class NameSyntax {
    private NameSyntax() {}

    /**
     * The problem with the name of a class.
     *
     * @param wildcards whether {@code *} may stand for any characters
     */
    static @Nullable String classProblem(String name, boolean wildcards) {
        if (name.indexOf('/') >= 0 && isDotted(name.replace('/', '.'), wildcards)) {
            return "'" + Quoted.text(name) + "' is a path; did you mean '" + Quoted.text(name.replace('/', '.')) + "'?";
        }
        String bare = withoutSuffix(name);
        if (bare.length() < name.length() && isDotted(bare, wildcards)) {
            return "'" + Quoted.text(name) + "' is a file; did you mean '" + Quoted.text(bare) + "'?";
        }
        int member = Math.max(name.indexOf('#'), name.indexOf("::"));
        if (member > 0) {
            return "'" + Quoted.text(name) + "' names a method too; that has its own key, 'method'";
        }
        if (!wildcards && name.indexOf('*') >= 0) {
            return "'" + Quoted.text(name) + "' must be one class; '*' is for 'class' and 'method'";
        }
        if (!isDotted(name, wildcards)) {
            return "'" + Quoted.text(name) + "' is not a class name" + (wildcards ? " or pattern" : "");
        }
        if (!hasLetter(name)) {
            return "'" + Quoted.text(name) + "' is every class there is; name a package at least";
        }
        return null;
    }

    /** The problem with the name of a method, in which {@code *} may stand for any characters. */
    static @Nullable String methodProblem(String name) {
        if (name.startsWith("<")) {
            return "'" + Quoted.text(name) + "' is not a method; constructors cannot be observed";
        }
        int parenthesis = name.indexOf('(');
        if (parenthesis > 0 && isDotted(name.substring(0, parenthesis), true)) {
            return "'" + Quoted.text(name) + "' has parameters; did you mean '"
                    + Quoted.text(name.substring(0, parenthesis)) + "'?";
        }
        return name.indexOf('.') < 0 && isDotted(name, true)
                ? null
                : "'" + Quoted.text(name) + "' is not a method name or pattern";
    }

    /** The problem with a host name, which has no scheme, port or path. */
    static @Nullable String hostProblem(String host) {
        if (isHost(host)) {
            return null;
        }
        int scheme = host.indexOf("://");
        String bare = scheme < 0 ? host : host.substring(scheme + 3);
        int end = 0;
        while (end < bare.length() && bare.charAt(end) != '/' && bare.charAt(end) != ':') {
            end++;
        }
        bare = bare.substring(0, end);
        String message = "'" + Quoted.text(host) + "' is not a host name";
        return isHost(bare) ? message + "; did you mean '" + bare.toLowerCase(Locale.ROOT) + "'?" : message;
    }

    private static boolean isDotted(String name, boolean wildcards) {
        boolean begins = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.') {
                if (begins) {
                    return false;
                }
                begins = true;
            } else if (c == '*' ? wildcards : isIdentifier(c, begins)) {
                begins = false;
            } else {
                return false;
            }
        }
        return !begins;
    }

    private static boolean isIdentifier(char c, boolean begins) {
        if (Character.isIdentifierIgnorable(c)) {
            return false;
        }
        return begins
                ? Character.isJavaIdentifierStart(c) || Character.isSurrogate(c)
                : Character.isJavaIdentifierPart(c) || Character.isSurrogate(c);
    }

    private static boolean hasLetter(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != '*' && name.charAt(i) != '.') {
                return true;
            }
        }
        return false;
    }

    private static String withoutSuffix(String name) {
        for (String suffix : new String[] {".java", ".class"}) {
            if (name.endsWith(suffix)) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }

    private static boolean isHost(String host) {
        boolean begins = true;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && (begins || (c != '-' && c != '.'))) {
                return false;
            }
            begins = c == '.';
        }
        return !begins;
    }
}
