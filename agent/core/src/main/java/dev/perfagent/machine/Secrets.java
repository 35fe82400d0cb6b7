package dev.perfagent.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that this process was given and that may be secret: all of its arguments', and those of its environment variables
 * and system properties that are called like a secret, or are URLs.
 */
final class Secrets {
    /** Shorter values are words that occur by chance. */
    private static final int SHORTEST = 6;

    /** The shortest value of such a name; below {@link #SHORTEST} only where it stands as a word of its own. */
    private static final int SHORTEST_WORD = 3;

    /** As much of a value as can show in a text that is cut. */
    private static final int LONGEST = 2_000;

    private static final String[] NO_SECRETS = {
        "true", "false", "none", "null", "yes", "auto", "never", "always", "basic", "user"
    };

    private final List<String> values = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    /**
     * Of these.
     *
     * @param arguments the application's own
     * @param properties system properties; what is no text among them is left
     */
    Secrets(String[] arguments, Map<String, String> environment, Map<?, ?> properties) {
        boolean secretNext = false;
        for (String argument : arguments) {
            if (secretNext) {
                rememberNamed(argument);
            }
            secretNext = argument.startsWith("-") && argument.indexOf('=') < 0 && SecretNames.isSecret(argument);
            ofArgument(argument);
        }
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            ofNamed(variable.getKey(), variable.getValue());
        }
        for (Map.Entry<?, ?> property : properties.entrySet()) {
            if (property.getKey() instanceof String && property.getValue() instanceof String) {
                ofNamed((String) property.getKey(), (String) property.getValue());
            }
        }
    }

    /** What is hidden wherever it stands, also within a word. */
    List<String> values() {
        return values;
    }

    /** What is hidden where it is a word of its own. */
    List<String> words() {
        return words;
    }

    private void ofNamed(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (SecretNames.isSecret(name) || SecretNames.isKey(name) || lower.contains("auth") || lower.contains("pass")) {
            rememberNamed(value);
        }
        ofUrl(value);
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
            String value = argument.substring(at + 1);
            remember(value);
            if (SecretNames.isSecret(argument.substring(0, at))) {
                rememberNamed(value);
            }
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

    /** The value of such a name, and each of its lines, because a message may quote one of a key in several. */
    private void rememberNamed(String value) {
        String trimmed = value.trim();
        remember(trimmed);
        if (trimmed.length() >= SHORTEST_WORD
                && trimmed.length() < SHORTEST
                && !words.contains(trimmed)
                && !isNoSecret(trimmed)) {
            words.add(trimmed);
        }
        int from = 0;
        for (int end = trimmed.indexOf('\n'); end >= 0 && from < LONGEST; end = trimmed.indexOf('\n', from)) {
            remember(trimmed.substring(from, end).trim());
            from = end + 1;
        }
        if (from > 0) {
            remember(trimmed.substring(from).trim());
        }
    }

    private static boolean isNoSecret(String value) {
        for (String word : NO_SECRETS) {
            if (word.equalsIgnoreCase(value)) {
                return true;
            }
        }
        return false;
    }

    private void remember(String value) {
        String kept = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        if (kept.length() >= SHORTEST && !values.contains(kept)) {
            values.add(kept);
        }
    }
}
