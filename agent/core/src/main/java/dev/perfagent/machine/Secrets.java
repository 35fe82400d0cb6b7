package dev.perfagent.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that this process was given and that may be secret: all of its arguments', and of its environment the suspicious. */
final class Secrets {
    /** Shorter values are words that occur by chance. */
    private static final int SHORTEST = 6;

    /** Parts of a name that sound secret; {@code sig} and the like only as a whole, see {@link #soundsSecret}. */
    private static final String[] PARTS = {
        "token",
        "secret",
        "passw",
        "passphrase",
        "pwd",
        "apikey",
        "api_key",
        "api-key",
        "authorization",
        "bearer",
        "credential",
        "private_key",
        "access_key",
        "cookie",
        "session",
        "signature"
    };

    private static final String[] ENDS = {"_key", "_pat", "_auth", "_pass", "-key", "pass"};
    private static final String[] WHOLES = {"pat", "sig", "auth", "jwt", "otp", "pin"};

    private final List<String> values = new ArrayList<>();

    /**
     * Of these.
     *
     * @param arguments the application's own
     */
    Secrets(String[] arguments, Map<String, String> environment) {
        for (String argument : arguments) {
            ofArgument(argument);
        }
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String name = variable.getKey().toLowerCase(Locale.ROOT);
            if (soundsSecret(name) || name.contains("auth") || name.contains("pass")) {
                remember(variable.getValue());
            }
            ofUrl(variable.getValue());
        }
        sortByLength();
    }

    /** The longest first, for one may be the beginning of another. */
    List<String> values() {
        return values;
    }

    /** Whether what has that lower-case name is likely a secret. */
    static boolean soundsSecret(String lower) {
        for (String part : PARTS) {
            if (lower.contains(part)) {
                return true;
            }
        }
        for (String end : ENDS) {
            if (lower.endsWith(end)) {
                return true;
            }
        }
        for (String whole : WHOLES) {
            if (lower.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    private void ofArgument(String argument) {
        boolean isOption = argument.startsWith("-") || argument.startsWith("/");
        if (!argument.startsWith("-")) {
            remember(argument);
        }
        afterFirst(argument, '=');
        if (isOption) {
            afterFirst(argument, ':');
        }
        if (argument.startsWith("-") && !argument.startsWith("--") && argument.length() > 2) {
            remember(argument.substring(2)); // -psecret
        }
        ofUrl(argument);
    }

    private void afterFirst(String argument, char separator) {
        int at = argument.indexOf(separator);
        if (at > 0) {
            remember(argument.substring(at + 1));
        }
    }

    /** User info and query values of a URL, wherever in the text it stands. */
    private void ofUrl(@Nullable String text) {
        int scheme = text == null ? -1 : text.indexOf("://");
        if (text == null || scheme < 0) {
            return;
        }
        int from = scheme + 3;
        int at = text.lastIndexOf('@');
        if (at > from) {
            String userInfo = text.substring(from, at);
            int colon = userInfo.indexOf(':');
            remember(colon < 0 ? userInfo : userInfo.substring(colon + 1));
        }
        int query = text.indexOf('?', from);
        while (query >= 0) {
            int next = text.indexOf('&', query + 1);
            int equals = text.indexOf('=', query);
            if (equals > 0 && (next < 0 || equals < next)) {
                remember(text.substring(equals + 1, next < 0 ? text.length() : next));
            }
            query = next;
        }
    }

    private void remember(String value) {
        if (value.length() >= SHORTEST && !values.contains(value)) {
            values.add(value);
        }
    }

    private void sortByLength() {
        for (int i = 1; i < values.size(); i++) {
            String value = values.get(i);
            int to = i;
            while (to > 0 && values.get(to - 1).length() < value.length()) {
                values.set(to, values.get(to - 1));
                to--;
            }
            values.set(to, value);
        }
    }
}
