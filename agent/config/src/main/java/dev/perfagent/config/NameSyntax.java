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
            return "'" + Quoted.text(name) + "' must be one class; '*' is for 'class', 'method' and 'exclude'";
        }
        if (!isDotted(name, wildcards)) {
            return "'" + Quoted.text(name) + "' is not a class name" + (wildcards ? " or pattern" : "");
        }
        if (!hasLetter(name)) {
            return "'" + Quoted.text(name) + "' is every class there is; name a package at least";
        }
        return null;
    }

    /**
     * The problem with the name of a method, in which {@code *} may stand for any characters, and after which the types of its
     * parameters may be given in parentheses.
     */
    static @Nullable String methodProblem(String method) {
        int parenthesis = method.indexOf('(');
        String name =
                parenthesis < 0 ? method : method.substring(0, parenthesis).strip();
        if (name.startsWith("<")) {
            return name.equals("<init>")
                    ? parametersProblem(method, parenthesis)
                    : "'" + Quoted.text(method) + "' is not a method; constructors are '<init>'";
        }
        return name.indexOf('.') < 0 && isDotted(name, true)
                ? parametersProblem(method, parenthesis)
                : "'" + Quoted.text(method) + "' is not a method name or pattern";
    }

    private static @Nullable String parametersProblem(String method, int parenthesis) {
        if (parenthesis < 0) {
            return null;
        }
        if (!method.endsWith(")")) {
            return "'" + Quoted.text(method) + "' has no ')' at its end; put quotes around a method with parameters";
        }
        String parameters = method.substring(parenthesis + 1, method.length() - 1);
        if (parameters.isBlank()) {
            return null;
        }
        for (int from = 0; from <= parameters.length(); ) {
            int comma = parameters.indexOf(',', from);
            int end = comma < 0 ? parameters.length() : comma;
            String problem = typeProblem(parameters.substring(from, end).strip());
            if (problem != null) {
                return problem;
            }
            from = end + 1;
        }
        return null;
    }

    private static @Nullable String typeProblem(String type) {
        if (type.indexOf('<') > 0) {
            return "'" + Quoted.text(type) + "' is not the type of a parameter; leave out what is between '<' and '>'";
        }
        String element = type.endsWith("...") ? type.substring(0, type.length() - 3) : type;
        while (element.endsWith("[]")) {
            element = element.substring(0, element.length() - 2);
        }
        return isDotted(element, true) ? null : "'" + Quoted.text(type) + "' is not the type of a parameter";
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
