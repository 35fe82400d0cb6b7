package dev.perfagent.machine;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names whose value is likely a secret, however they are written: {@code api key}, {@code apiKey}, {@code DB_PASS}, {@code pw}.
 */
final class SecretNames {
    /** What makes a name stand for a secret wherever it stands in it: {@code mytoken}, {@code oursession}. */
    private static final String[] PARTS = {
        "token",
        "secret",
        "passw",
        "passphrase",
        "passcode",
        "kennwort",
        "contrase",
        "senha",
        "pwd",
        "apikey",
        "authkey",
        "accesskey",
        "privatekey",
        "secretkey",
        "accountkey",
        "signingkey",
        "encryptionkey",
        "masterkey",
        "authorization",
        "bearer",
        "credential",
        "cookie",
        "session",
        "signature",
        "connectionstring",
        "mnemonic"
    };

    /** Words that have such a part and are about something else. */
    private static final String[] HARMLESS_STARTS = {"tokeni", "secretar"};

    /** Secret as a word of its own within a name, as {@code pass} is in {@code dbPass}, {@code DB_PASS} and {@code db.pass}. */
    private static final Set<String> WORDS =
            set("pass pw psw pswd pat sig sas auth jwt otp totp pin cvv cvc mdp creds xauth apitoken");

    /** With one of these before it, a key is no key of a map or a table. */
    private static final Set<String> KINDS_OF_KEY =
            set("api access secret private encryption signing license account auth ssh master shared client storage"
                    + " subscription deploy service aws rsa pgp gpg host symmetric session app application server user"
                    + " admin");

    /** Names of headers whose value goes on to the end of the line. */
    private static final Set<String> HEADERS =
            set("authorization proxy-authorization cookie set-cookie set-cookie2 authentication");

    /** What follows such a name in a sentence without being its value: {@code password for}, {@code token expired}. */
    private static final Set<String> HARMLESS =
            set("for of in at on to by from with and or not no nor as if but than that this the a an has have had does"
                    + " do did must may can cannot could should would will be been were are isn't wasn't doesn't missing"
                    + " required expired invalid incorrect wrong empty null none unknown mismatch mismatched failed fails"
                    + " failure error errors rejected refused denied revoked found provided given supplied specified set"
                    + " unset unreadable too short long file files header headers name type id manager provider policy"
                    + " length size count character characters expected unexpected value field parameter variable option"
                    + " argument property format failure closed timeout timed lost ended started store was:");

    private static final Set<String> SCHEMES =
            set("bearer basic digest negotiate token ntlm apikey hmac aws4-hmac-sha256");

    private SecretNames() {}

    /** Whether the value of what has that name is likely a secret, also when only a blank is between them. */
    static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String start : HARMLESS_STARTS) {
            if (lower.startsWith(start)) {
                return false;
            }
        }
        for (String part : PARTS) {
            if (lower.contains(part)) {
                return true;
            }
        }
        int end = name.length();
        boolean afterKey = false;
        for (int start = wordStart(name, end); end > 0; start = wordStart(name, end)) {
            String word = letters(lower, start, end);
            if (WORDS.contains(word) || (afterKey && KINDS_OF_KEY.contains(word))) {
                return true;
            }
            afterKey = word.equals("key") || word.equals("keys");
            end = start > 0 && isJoint(name.charAt(start - 1)) ? start - 1 : start;
        }
        return false;
    }

    /** Whether the name is a key of some kind: a secret only where a colon or the like follows, as in {@code key: VALUE}. */
    static boolean isKey(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("key") || lower.endsWith("keys") || lower.contains("key_id") || lower.endsWith("keyid");
    }

    /** Whether, followed by the word "key", the two are such a name. */
    static boolean isKindOfKey(String word) {
        return KINDS_OF_KEY.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isHeader(String name) {
        return HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a word is part of a sentence about a secret rather than the secret. */
    static boolean isHarmless(String word) {
        return HARMLESS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether the word says how what follows it is encoded, as {@code Bearer} does. */
    static boolean isScheme(String word) {
        return SCHEMES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The start of the last word before that: words begin behind a joint, and where a capital follows a small letter. */
    private static int wordStart(String name, int end) {
        int start = end;
        while (start > 0 && !isJoint(name.charAt(start - 1))) {
            start--;
            if (start > 0 && isUpper(name.charAt(start)) && !isUpper(name.charAt(start - 1))) {
                break;
            }
        }
        return start;
    }

    /** Without the digits around it: {@code pass2}. */
    private static String letters(String lower, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isDigit(lower.charAt(start))) {
            start++;
        }
        while (end > start && isDigit(lower.charAt(end - 1))) {
            end--;
        }
        return lower.substring(start, end);
    }

    private static boolean isJoint(char c) {
        return c == '_' || c == '-' || c == '.' || c == '$';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Set<String> set(String words) {
        Set<String> set = new HashSet<>();
        int from = 0;
        while (from <= words.length()) {
            int blank = words.indexOf(' ', from);
            int end = blank < 0 ? words.length() : blank;
            set.add(words.substring(from, end));
            from = end + 1;
        }
        return set;
    }
}
