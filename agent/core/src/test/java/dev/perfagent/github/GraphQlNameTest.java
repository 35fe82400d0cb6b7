package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GraphQlNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        { viewer { login } }                                              | query viewer
        query { viewer { login } }                                        | query viewer
        query Items($o: String = "a{b") { repository(owner: $o) { id } }  | query Items
        mutation AddIt($i: AddInput!) { addComment(input: $i) { id } }    | mutation AddIt
        mutation { addComment(input: {body: "secret"}) { id } }           | mutation addComment
        subscription { changed { id } }                                   | subscription changed
        { me: viewer { login } }                                          | query viewer
        { ...F } fragment F on Query { viewer { login } }                 | query viewer
        { ... on Query { viewer { login } } }                             | query viewer
        { ... @include(if: true) { viewer { login } } }                   | query viewer
        { ...F repository(owner: "o") { id } } fragment F on Query { a }  | query repository
        { ...F @skip(if: {x: 1}) ...G me: viewer { login } }              | query viewer
        { ...F                                                            | query
        fragment F on Q { a }\\n# query W {\\nquery { viewer { ...F } }    | query viewer
        query @live(a: "}") { viewer { login } }                          | query viewer
        query ($x: [Int] = [1,2]) { rateLimit { cost } }                  | query rateLimit
        fragment F on User { login } query Q { viewer { ...F } }          | query Q
        # query Wrong {\\n query Right { viewer { login } }               | query Right
        ,, {\\n\\t viewer }                                               | query viewer
        secret words                                                      |
        query                                                             | query
        {                                                                 | query
        { 7secret }                                                       | query
        """)
    void namesAreThoseOfTheOperationOrTheFirstField(String query, String name) {
        String json = "{\"variables\":{\"query\":\"wrong\"},\"query\":\"" + query.replace("\"", "\\\"") + "\"}";
        assertThat(GraphQlName.of(json)).isEqualTo(name);
    }

    @Test
    void ofSeveralOperationsTheWantedOneCounts() {
        String query = "query A { a } mutation B { b(x: \\\"}\\\") } query C { c }";
        assertThat(GraphQlName.of("{\"query\":\"" + query + "\",\"operationName\":\"B\"}"))
                .isEqualTo("mutation B");
        assertThat(GraphQlName.of("{\"operationName\":\"C\", \"query\" : \"" + query + "\"}"))
                .isEqualTo("query C");
        assertThat(GraphQlName.of("{\"operationName\":null,\"query\":\"" + query + "\"}"))
                .isEqualTo("query A");
    }

    @Test
    void aPersistedQueryHasItsOperationsName() {
        assertThat(GraphQlName.of("{\"operationName\":\"Viewer\",\"extensions\":{}}"))
                .isEqualTo("operation Viewer");
    }

    @Test
    void whatIsNoRequestHasNoName() {
        for (String body :
                new String[] {"", "[]", "[{\"query\":\"{ a }\"}]", "null", "{\"query\":7}", "{\"q\":\"{ a }\"}"}) {
            assertThat(GraphQlName.of(body)).as(body).isNull();
        }
    }

    @Test
    void noValueReachesTheName() {
        Random random = new Random(5);
        String[] parts = {
            "{",
            "}",
            "(",
            ")",
            "\"",
            "\\\"",
            "\\\\",
            "query ",
            "mutation ",
            "\"zq zq\"",
            "$a: ",
            "...",
            ":",
            "#",
            "\\n",
            "fragment F on G ",
            "[",
            "]",
            "!",
            ",",
            "@x",
            "é",
            "\\u0022",
            "\"query\":",
            "\"\"\""
        };
        for (int i = 0; i < 50_000; i++) {
            StringBuilder body = new StringBuilder("{\"query\":\"");
            for (int n = random.nextInt(20); n > 0; n--) {
                body.append(parts[random.nextInt(parts.length)]);
            }
            String name = GraphQlName.of(body.toString());
            assertThat(name == null || name.matches("(query|mutation|subscription|operation)( [_A-Za-z0-9]{1,60})?"))
                    .as(body + " is " + name)
                    .isTrue();
        }
    }
}
