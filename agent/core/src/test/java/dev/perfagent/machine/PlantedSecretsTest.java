package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Secrets of many shapes, with random values, in many sentences, each shape in each sentence: none may be left, and what stands
 * before it stays.
 */
final class PlantedSecretsTest {
    private static final int ROUNDS = 8;

    /** So much of a secret helps to guess the rest. */
    private static final int WINDOW = 5;

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = LOWER.toUpperCase(java.util.Locale.ROOT);
    private static final String DIGITS = "0123456789";
    private static final String HEX = DIGITS + "abcdef";
    private static final String WORD = LOWER + UPPER + DIGITS;

    /** What people take for passwords: words, words in which a telling one is, and signs of all kinds. */
    private static final List<Function<Random, String>> PASSWORDS = List.of(
            random -> chars(random, LOWER, 7, 20),
            random -> chars(random, WORD, 6, 15),
            random -> chars(random, DIGITS, 6, 12),
            random -> chars(random, WORD + "!#$%*+-_./~^", 8, 24),
            random -> "Passw0rd" + chars(random, DIGITS, 2, 4) + "!",
            random -> "my" + pick(random, "token", "secret", "session", "passwd", "key") + "-"
                    + chars(random, LOWER, 3, 8),
            random -> chars(random, LOWER, 3, 6) + pick(random, "Session", "Token", "Cookie", "ApiKey"),
            random -> chars(random, LOWER, 5, 8) + "\u00fc\u00df" + chars(random, DIGITS, 2, 3));

    /** A secret as it is written: PASSWORD, or a form of its own in capitals. */
    private static final List<String> SHAPES = List.of(
            "password PASSWORD",
            "password: PASSWORD",
            "password=PASSWORD",
            "password = PASSWORD",
            "password => 'PASSWORD'",
            "password -> PASSWORD",
            "password:='PASSWORD'",
            "password (PASSWORD)",
            "password[PASSWORD]",
            "password 'PASSWORD'",
            "password \u201cPASSWORD\u201d",
            "password is PASSWORD",
            "password for ada is PASSWORD",
            "password for ada: PASSWORD",
            "Password:\n  PASSWORD",
            "passwd=PASSWORD",
            "pwd=PASSWORD;",
            "pw=PASSWORD",
            "pass: PASSWORD",
            "passcode PASSWORD",
            "Kennwort: PASSWORD",
            "key: PASSWORD",
            "key=PASSWORD",
            "api key PASSWORD",
            "API key: PASSWORD",
            "apiKey=PASSWORD",
            "api-key PASSWORD",
            "x-api-key: PASSWORD",
            "X_API_KEY=PASSWORD",
            "privateKey=PASSWORD",
            "private key PASSWORD",
            "private_key: PASSWORD",
            "client_secret=PASSWORD",
            "clientSecret: PASSWORD",
            "AccountKey=PASSWORD",
            "aws_secret_access_key = PASSWORD",
            "token PASSWORD",
            "token: PASSWORD",
            "access token PASSWORD",
            "refreshToken=PASSWORD",
            "secret: PASSWORD",
            "the secret is PASSWORD",
            "session=PASSWORD",
            "sessionId: PASSWORD",
            "-p PASSWORD",
            "mysql -u root -pPASSWORD",
            "--password PASSWORD",
            "--password=PASSWORD",
            "--db.pw PASSWORD",
            "-Ddb.password=PASSWORD",
            "curl -u ada:PASSWORD",
            "/password:PASSWORD",
            "{\"password\":\"PASSWORD\"}",
            "{\"user\":\"ada\",\"api_key\" : \"PASSWORD\", \"n\": 1}",
            "{\\\"password\\\":\\\"PASSWORD\\\"}",
            "{\"name\":\"password\",\"value\":\"PASSWORD\"}",
            "{user=ada, token=PASSWORD}",
            "{Authorization=[Bearer PASSWORD]}",
            "- name: DB_PASSWORD\n  value: PASSWORD",
            "db:\n  password: \"PASSWORD\"",
            "<login user=\"ada\" password=\"PASSWORD\"/>",
            "<password>PASSWORD</password>",
            "<entry key=\"db.password\">PASSWORD</entry>",
            "<property name='password' value='PASSWORD'/>",
            "| password | PASSWORD |",
            "**password** PASSWORD",
            "`token` PASSWORD",
            "export GITHUB_TOKEN=PASSWORD",
            "SET PASSWORD = 'PASSWORD'",
            "IDENTIFIED WITH password AS 'PASSWORD'",
            "Authorization: Bearer PASSWORD",
            "Authorization: token PASSWORD",
            "Proxy-Authorization: Basic BASE64",
            "Authorization: Digest username=\"ada\", response=\"HEX\"",
            "Cookie: theme=dark; sid=PASSWORD",
            "Set-Cookie: JSESSIONID=PASSWORD; Path=/",
            "Bearer PASSWORD",
            "Basic BASE64",
            "https://ada:PASSWORD@host.example/path",
            "https://PASSWORD@host.example",
            "https://host.example/x?page=1&sig=PASSWORD",
            "https://host.example/reset/PASSWORD",
            "postgres://ada:PASSWORD@db:5432/x",
            "jdbc:sqlserver://db:1433;user=ada;password=PASSWORD",
            "jdbc:mysql://db/x?user=ada&password=PASSWORD",
            "jdbc:oracle:thin:scott/PASSWORD@db",
            "user=ada&password=PASSWORD",
            "password%3DPASSWORD",
            "GET /x?access_token=PASSWORD",
            "ghp_WORD36",
            "gho_WORD36",
            "ghs_WORD36",
            "ghu_WORD36",
            "ghr_WORD36",
            "github_pat_WORD36",
            "glpat-WORD20",
            "xoxb-DIGITS12-WORD20",
            "AKIAUPPER16",
            "AWS40",
            "AIzaWORD36",
            "sk_live_WORD20",
            "npm_WORD36",
            "hvs.WORD20",
            "eyJhbGciOiJIUzI1NiJ9.WORD36.WORD36",
            "HEX",
            "-----BEGIN RSA PRIVATE KEY-----\nWORD36\nWORD20\n-----END RSA PRIVATE KEY-----",
            "-----BEGIN OPENSSH PRIVATE KEY-----\\nWORD36\\nWORD20");

    private static final List<String> SENTENCES = List.of(
            "%s",
            " %s ",
            "Cannot connect: %s",
            "Login failed for ada (%s)",
            "Login failed for ada, %s was given",
            "Wrong answer 401 to %s, retrying",
            "Request failed; %s; status 401",
            "Could not parse line 7: %s",
            "Could not parse '%s'",
            "Could not parse \"%s\" at column 5",
            "Unknown setting %s",
            "Invalid %s for ada",
            "Invalid argument: %s (expected a number)",
            "The server refused %s.",
            "Is %s right?",
            "Failed with %s!",
            "com.example.LoginException: %s",
            "first line\n%s",
            "first line\r\n%s\r\nlast line",
            "\tat step 3\t%s\tend",
            "[ERROR] %s",
            "[%s]",
            "{%s}",
            "<%s>",
            "(%s)",
            "cause: %s; cause: none",
            "user=ada, %s",
            "user=ada %s host=db",
            "a=1;%s",
            "exit code 1 from: git push %s",
            "command [deploy, %s] failed",
            "command deploy %s ended with 1",
            "config.yml:12: %s",
            "config.yml:12:8: cannot read %s here",
            "Gr\u00fc\u00dfe \u2014 %s",
            "\u8bf7\u6c42\u5931\u8d25 %s",
            "\ud83d\udca5 boom %s",
            "HTTP/1.1 401 Unauthorized\n%s\n\nbody",
            "200 OK, but %s is old",
            "HTTP 403 from https://api.example.com/x with %s",
            "No route to host db:5432 using %s",
            "Value of %s must not be empty",
            "ada said %s and left",
            "-- %s --",
            "java.lang.IllegalStateException: Step 5 failed: %s");

    private static final String FRAMES = SHAPES + " " + SENTENCES;

    @Test
    void noneIsLeftWhateverItsShapeAndItsSentence() {
        Redaction redaction = new Redaction(new String[0], Map.of(), Map.of());
        Random random = new Random(10);
        List<String> leaks = new ArrayList<>();
        int planted = 0;
        for (String shape : SHAPES) {
            for (String sentence : SENTENCES) {
                for (int round = 0; round < ROUNDS; round++) {
                    Planted secret = plant(shape, random, round);
                    String text = sentence.replace("%s", secret.text());
                    String result = redaction.apply(text);
                    planted++;
                    if (secret.values().stream().anyMatch(value -> leaks(result, value))) {
                        leaks.add(text + "  ->  " + result);
                    }
                }
            }
        }

        assertThat(SHAPES).hasSizeGreaterThanOrEqualTo(40);
        assertThat(SENTENCES).hasSizeGreaterThanOrEqualTo(40);
        assertThat(leaks).as("%d of %d", leaks.size(), planted).isEmpty();
    }

    @Test
    void noneIsLeftThatTheProcessWasGivenByATellingName() {
        Random random = new Random(11);
        for (String name : List.of(
                "db.password", "DB_PASS", "GITHUB_TOKEN", "signing.key", "apiKey", "pw", "OTP", "oauth.clientSecret")) {
            for (Function<Random, String> password : PASSWORDS) {
                String value = password.apply(random);
                Redaction ofProperty = new Redaction(new String[0], Map.of(), Map.of(name, value));
                Redaction ofVariable = new Redaction(new String[0], Map.of(name, value), Map.of());
                Redaction ofOption = new Redaction(new String[] {"--" + name, value}, Map.of(), Map.of());
                for (String sentence : SENTENCES) {
                    String text = sentence.replace("%s", value);
                    assertThat(ofProperty.apply(text)).doesNotContain(value);
                    assertThat(ofVariable.apply(text)).doesNotContain(value);
                    assertThat(ofOption.apply(text)).doesNotContain(value);
                }
            }
        }
    }

    @Test
    void noneIsLeftBehindAWordThatWasAnArgument() {
        String[] arguments = {
            "password",
            "reset",
            "--token=abcdef1",
            "--password",
            "api_key",
            "secret",
            "session",
            "passwd",
            "refreshToken"
        };
        Redaction redaction = new Redaction(arguments, Map.of(), Map.of());
        Random random = new Random(13);
        List<String> leaks = new ArrayList<>();
        for (String shape : SHAPES) {
            for (String sentence : SENTENCES) {
                for (int round = 0; round < 2; round++) {
                    Planted secret = plant(shape, random, round);
                    String result = redaction.apply(sentence.replace("%s", secret.text()));
                    if (secret.values().stream().anyMatch(value -> leaks(result, value))) {
                        leaks.add(secret.text() + "  ->  " + result);
                    }
                    assertThat(result).doesNotContain("\ufdd0");
                }
            }
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    void whatStandsBeforeASecretStays() {
        Redaction redaction = new Redaction(new String[0], Map.of(), Map.of());
        Random random = new Random(12);
        for (String shape : SHAPES) {
            String result = redaction.apply(
                    "Login of ada failed at step 5: " + plant(shape, random, 3).text());

            assertThat(result).as(shape).startsWith("Login of ada failed at step 5: ");
        }
    }

    private record Planted(String text, List<String> values) {}

    private static Planted plant(String shape, Random random, int round) {
        List<String> values = new ArrayList<>();
        String text = shape;
        text = fill(
                text, "PASSWORD", () -> PASSWORDS.get(round % PASSWORDS.size()).apply(random), values);
        text = fill(
                text,
                "BASE64",
                () -> Base64.getEncoder()
                        .encodeToString(("ada:" + chars(random, WORD, 8, 16))
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                values);
        text = fill(text, "WORD36", () -> digit(chars(random, WORD, 36, 36)), values);
        text = fill(text, "WORD20", () -> digit(chars(random, WORD, 20, 20)), values);
        text = fill(text, "DIGITS12", () -> chars(random, DIGITS, 12, 12), values);
        text = fill(text, "UPPER16", () -> chars(random, UPPER + DIGITS, 16, 16), values);
        text = fill(text, "AWS40", () -> "aB3/" + chars(random, WORD + "/+", 36, 36), values);
        text = fill(text, "HEX", () -> "a1" + chars(random, HEX, 38, 38), values);
        return new Planted(text, values);
    }

    /** The last place of a name in capitals, for DB_PASSWORD is a name and stays. */
    private static String fill(
            String text, String name, java.util.function.Supplier<String> value, List<String> values) {
        String result = text;
        for (int at = result.lastIndexOf(name); at >= 0; at = result.lastIndexOf(name)) {
            boolean ofName = at > 0 && (result.charAt(at - 1) == '_' || result.startsWith("SET ", Math.max(0, at - 4)));
            if (ofName && name.equals("PASSWORD")) {
                return result;
            }
            String planted = value.get();
            values.add(planted);
            result = result.substring(0, at) + planted + result.substring(at + name.length());
        }
        return result;
    }

    private static boolean leaks(String result, String value) {
        for (int from = 0; from + WINDOW <= value.length(); from++) {
            String window = value.substring(from, from + WINDOW);
            if (result.contains(window) && !FRAMES.contains(window)) {
                return true;
            }
        }
        return result.contains(value);
    }

    /** So that a token is none that is all letters, which is as likely as a coin that stands. */
    private static String digit(String word) {
        return word.substring(0, 3) + "7" + word.substring(4);
    }

    private static String chars(Random random, String alphabet, int least, int most) {
        StringBuilder out = new StringBuilder();
        for (int length = least + random.nextInt(most - least + 1); out.length() < length; ) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
