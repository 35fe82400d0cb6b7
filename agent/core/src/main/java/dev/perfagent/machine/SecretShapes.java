package dev.perfagent.machine;

/**
 * Words that are secrets by their own form, whatever stands around them: tokens of known services, URLs, long generated words.
 */
final class SecretShapes {
    /** Shorter words that begin like a token are just words. */
    private static final int SHORTEST_REST = 6;
    /** Shorter words that mix letters and digits are versions, dates and names. */
    private static final int SHORTEST_MIXED_WORD = 16;
    /** Of an AWS secret access key, which may have slashes. */
    private static final int AWS_SECRET = 40;

    /** How tokens begin, as their services document it, in their own case. */
    private static final String[] PREFIXES = {
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        "github_pat_", // GitHub
        "glpat-",
        "gldt-",
        "glrt-",
        "glcbt-",
        "glptt-",
        "glft-",
        "glsoat-",
        "glimt-",
        "glagent-",
        "gloas-", // GitLab
        "xoxb-",
        "xoxp-",
        "xoxa-",
        "xoxr-",
        "xoxs-",
        "xoxe-",
        "xoxc-",
        "xoxd-",
        "xapp-", // Slack
        "AKIA",
        "ASIA",
        "ABIA",
        "ACCA", // AWS
        "AIza",
        "ya29.",
        "GOCSPX-",
        "1//0", // Google
        "sk_live_",
        "sk_test_",
        "rk_live_",
        "rk_test_",
        "whsec_", // Stripe
        "sk-",
        "hf_", // OpenAI, Anthropic; Hugging Face
        "npm_",
        "pypi-",
        "dckr_pat_",
        "dckr_oat_",
        "rubygems_",
        "CLOJARS_", // registries
        "dop_v1_",
        "doo_v1_",
        "dor_v1_",
        "hvs.",
        "hvb.",
        "hvr.",
        "shpat_",
        "shpss_",
        "shpca_",
        "shppa_",
        "SG.",
        "PMAK-",
        "NRAK-",
        "lin_api_",
        "xkeysib-",
        "figd_",
        "ATATT3",
        "ATBB",
        "ATCTT3",
        "EAAC",
        "AGE-SECRET-KEY-",
        "eyJ"
    };

    private SecretShapes() {}

    /** The word; in the place of what is secret in it, the mark. */
    static String without(String word, String mark) {
        int scheme = word.indexOf("://");
        if (scheme >= 0) {
            return url(word, scheme + 3, mark);
        }
        int query = word.indexOf('?');
        if (query >= 0 && query + 1 < word.length()) {
            return without(word.substring(0, query), mark) + "?…";
        }
        int user = word.indexOf('@');
        if (user > 0 && (word.lastIndexOf(':', user) >= 0 || word.lastIndexOf('/', user) >= 0)) {
            return mark + word.substring(word.lastIndexOf('@'));
        }
        return isToken(word) || isMixed(word) || isAwsSecret(word) ? mark : word;
    }

    /** Scheme and host of a URL; of the rest only that there is one. */
    private static String url(String word, int authority, String mark) {
        int end = authority;
        while (end < word.length() && "/?#".indexOf(word.charAt(end)) < 0) {
            end++;
        }
        int user = word.lastIndexOf('@');
        int from = user >= authority && user < end ? user + 1 : authority;
        String before = word.substring(0, authority);
        String scheme = word.substring(Math.max(0, word.lastIndexOf(':', authority - 4) + 1), authority);
        String shown = isMixed(before) || isToken(before) || before.indexOf('@') >= 0 ? scheme : before;
        if (user >= end) { // a password with a slash, or a path with a sign: nobody can tell
            return shown + mark;
        }
        int host = from;
        while (host < end && isOfHost(word.charAt(host))) {
            host++;
        }
        return shown + word.substring(from, host) + (host < word.length() ? "/…" : "");
    }

    private static boolean isOfHost(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
    }

    private static boolean isToken(String word) {
        for (String prefix : PREFIXES) {
            int at = word.indexOf(prefix);
            while (at >= 0) {
                boolean begins = at == 0 || !Character.isLetterOrDigit(word.charAt(at - 1));
                if (begins && hasRest(word, at + prefix.length(), prefix)) {
                    return true;
                }
                at = word.indexOf(prefix, at + 1);
            }
        }
        return false;
    }

    private static boolean hasRest(String word, int from, String prefix) {
        if (word.length() - from < SHORTEST_REST) {
            return false;
        }
        boolean common = prefix.equals("sk-") || prefix.equals("hf_") || prefix.equals("SG.");
        return !common || hasDigit(word, from);
    }

    private static boolean hasDigit(String word, int from) {
        for (int i = from; i < word.length(); i++) {
            if (word.charAt(i) >= '0' && word.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean isMixed(String word) {
        int run = 0;
        boolean letters = false;
        boolean digits = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (digit || letter || c == '_' || c == '-' || c == '+') {
                letters |= letter;
                digits |= digit;
                run++;
                if (run >= SHORTEST_MIXED_WORD && letters && digits) {
                    return true;
                }
            } else {
                run = 0;
                letters = false;
                digits = false;
            }
        }
        return false;
    }

    /** Base64 of that very length, of all its kinds of characters. */
    private static boolean isAwsSecret(String word) {
        int kinds = 0;
        int run = 0;
        for (int i = 0; i <= word.length(); i++) {
            int kind = i < word.length() ? base64Kind(word.charAt(i)) : 0;
            if (kind == 0) {
                if (run == AWS_SECRET && (kinds & 7) == 7) {
                    return true;
                }
                run = 0;
                kinds = 0;
            } else {
                run++;
                kinds |= kind;
            }
        }
        return false;
    }

    private static int base64Kind(char c) {
        if (c >= 'a' && c <= 'z') {
            return 1;
        }
        if (c >= 'A' && c <= 'Z') {
            return 2;
        }
        return c >= '0' && c <= '9' ? 4 : c == '+' || c == '/' ? 8 : 0;
    }
}
