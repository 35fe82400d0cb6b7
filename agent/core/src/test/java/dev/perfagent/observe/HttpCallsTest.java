package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.HostLimit;
import dev.perfagent.run.HttpHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the sites of HTTP calls become, whatever client reports them. */
final class HttpCallsTest {
    private static final String PAGE = "https://example.com/page";

    private final RecordingSession session = new RecordingSession();

    @Test
    void everyAnswerOfACallIsARequest() {
        Object token = enter(Site.HTTP_CALL, null);
        session.clock.advanceMillis(7);
        exit(Site.HTTP_CALL, token, answers(200, 302));

        assertThat(hosts()).containsExactly(new HttpHost("example.com", 2, 7, 0, null));
    }

    @Test
    void aHostIsNamedWhateverItsNameAndTheRestOfTheAddress() {
        for (String address : List.of(
                "http://git_server:8080/a",
                "http://me:secret_1@git_server/b",
                "http://[::1]:8080/c",
                "http://plain/a b|c")) {
            get(address, Map.of());
        }

        assertThat(hosts()).extracting(HttpHost::host).containsExactly("git_server", "[::1]", "plain");
    }

    @Test
    void whatIsNoHostIsNotNamed() {
        for (String address : List.of("http://se%63ret_x/a", "http:///a", "mailto:me", "no address")) {
            get(address, Map.of());
        }

        assertThat(hosts()).extracting(HttpHost::host).containsExactly("other");
    }

    /** As {@code HttpURLConnection} and old clients send it. */
    @Test
    void addressesWithCharactersThatAUriHasOnlyEncodedAreToldApart() {
        String api = "https://api.github.com/search/issues?q=";
        for (String query : List.of("a b|c", "a b|c", "a|b\u00e9\u4e2d", "100%[x]{y}^`#a#b")) {
            get(api + query, Map.of());
        }

        Endpoint endpoint =
                Objects.requireNonNull(session.end().gitHubApi()).endpoints().get(0);
        assertThat(endpoint.endpoint()).isEqualTo("GET /search/issues");
        assertThat(endpoint.count()).isEqualTo(4);
        assertThat(endpoint.repeated()).isEqualTo(1);
    }

    @Test
    void aSizeBelowNothingIsNotKnown() {
        Map<String, List<String>> headers = Map.of("content-length", List.of("-7"));
        exit(Site.HTTP_CALL, enter(Site.HTTP_CALL, null), new Object[] {"GET", URI.create(PAGE), 200, headers, "-7"});

        assertThat(hosts())
                .allSatisfy(host -> assertThat(host.bytes()).isNull())
                .allSatisfy(host -> assertThat(host.bytesReceived()).isNull())
                .allSatisfy(host -> assertThat(host.bytesSent()).isNull());
    }

    /** A server may say anything; what is added up is never below nothing. */
    @Test
    void sizesThatCannotBeRightAddUpToNoNonsense() {
        for (String size : List.of("999999999999999", "999999999999999", "9223372036854775807", "1e3", "+5", "4 2")) {
            Map<String, List<String>> headers = Map.of("content-length", List.of(size));
            exit(Site.HTTP_CALL, enter(Site.HTTP_CALL, null), new Object[] {"GET", URI.create(PAGE), 200, headers, null
            });
        }

        assertThat(hosts()).allSatisfy(host -> {
            assertThat(host.bytes()).isEqualTo(999_999_999_999_999L);
            assertThat(host.bytesReceived()).isEqualTo(999_999_999_999_999L);
        });
    }

    @Test
    void aWaitThatNobodyBelievesIsNotRecordedButTheRefusalIs() {
        for (String wait : List.of("30", "1000000000000", "Fri, 31 Dec 9999 23:59:59 GMT", "-5", "soon")) {
            Map<String, List<String>> headers = Map.of(
                    "retry-after", List.of(wait), "ratelimit-limit", List.of("600"), "ratelimit-reset", List.of("9e9"));
            exit(Site.HTTP_CALL, enter(Site.HTTP_CALL, null), new Object[] {"GET", URI.create(PAGE), 503, headers, null
            });
        }

        assertThat(hosts().get(0).limit()).isEqualTo(new HostLimit("default", 600L, null, null, 5, 30L));
    }

    @Test
    void anAnswerOfTheClientsOwnCacheIsNoRequest() {
        exit(Site.HTTP_CALL, enter(Site.HTTP_CALL, null), new Object[0]);

        assertThat(hosts()).isEmpty();
    }

    @Test
    void theOutermostClientWins() {
        Object outer = enter(Site.HTTP_CALL, null);
        Object inner = enter(Site.HTTP_CALL, null);
        exit(Site.HTTP_CALL, inner, answers(200));
        exit(Site.HTTP_CALL, outer, answers(200));

        assertThat(inner).isNull();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void aRequestToAnotherAddressWithinACallIsOneOfItsOwn() {
        Object outer = enter(Site.HTTP_CALL, null);
        Object token = session.recorder.entered(
                Site.HTTP_CALL.number(), null, new Object[] {"POST", URI.create("https://login.example.com/token"), null
                });
        exit(Site.HTTP_CALL, token, answers(200));
        exit(Site.HTTP_CALL, outer, answers(200));

        assertThat(requests()).isEqualTo(2);
    }

    /** As in Jetty's client: the answer may come, and be repeated or redirected, before the method that sends is left. */
    @Test
    void whatIsSentAfterTheAnswerWithinTheMethodThatSendsIsAnotherRequest() {
        Object first = new Object();
        Object second = new Object();
        Object sending = enter(Site.HTTP_CALL_LATER, first);
        exit(Site.HTTP_CALL, enter(Site.HTTP_CALL, first), answers(401));
        Object repeating = enter(Site.HTTP_CALL_LATER, second);
        exit(Site.HTTP_CALL, enter(Site.HTTP_CALL, second), answers(200));
        exit(Site.HTTP_CALL_LATER, repeating, null);
        exit(Site.HTTP_CALL_LATER, sending, null);

        assertThat(hosts()).containsExactly(new HttpHost("example.com", 2, 0, 1, null));
    }

    @Test
    void requestsWithinOneAnotherAreAllCountedHoweverDeepTheyAre() {
        List<@Nullable Object> tokens = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Object[] facts = {"GET", URI.create(PAGE + i), null};
            tokens.add(0, session.recorder.entered(Site.HTTP_CALL.number(), null, facts));
        }
        for (Object innermostFirst : tokens) {
            exit(Site.HTTP_CALL, innermostFirst, answers(200));
        }

        assertThat(requests()).isEqualTo(10);
    }

    @Test
    void aCallThatEndsLaterCountsFromWhereItWasSent() {
        Object call = new Object();
        exit(Site.HTTP_CALL_LATER, enter(Site.HTTP_CALL_LATER, call), null);
        session.clock.advanceMillis(5);
        exit(Site.HTTP_CALL, enter(Site.HTTP_CALL, call), answers(200));
        session.recorder.entered(Site.HTTP_CALL_OVER.number(), call, null);

        assertThat(hosts()).containsExactly(new HttpHost("example.com", 1, 5, 0, null));
    }

    @Test
    void whatIsSentAgainForTheSameCallIsAnotherRequest() {
        Object call = new Object();
        exit(Site.HTTP_CALL_LATER, enter(Site.HTTP_CALL_LATER, call), null);
        exit(Site.HTTP_CALL, enter(Site.HTTP_CALL, call), answers(503));
        exit(Site.HTTP_CALL, enter(Site.HTTP_CALL, call), answers(200));

        assertThat(hosts()).containsExactly(new HttpHost("example.com", 2, 0, 1, null));
    }

    @Test
    void anObjectMayStandForOneCallAfterTheOther() {
        Object handler = new Object();
        for (int status : new int[] {302, 401, 200}) {
            exit(Site.HTTP_CALL_LATER, enter(Site.HTTP_CALL_LATER, handler), null);
            exit(Site.HTTP_CALL_LATER, enter(Site.HTTP_CALL_LATER, handler), null); // still the same call
            exit(Site.HTTP_CALL, enter(Site.HTTP_CALL, handler), answers(status));
        }

        assertThat(hosts()).containsExactly(new HttpHost("example.com", 3, 0, 1, null));
    }

    @Test
    void aCallWithoutAnAnswerAtTheEndWasSentAllTheSame() {
        exit(Site.HTTP_CALL_LATER, enter(Site.HTTP_CALL_LATER, new Object()), null);

        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void aCallThatIsOverWithoutAnAnswerWasNotSent() {
        Object call = new Object();
        exit(Site.HTTP_CALL_LATER, enter(Site.HTTP_CALL_LATER, call), null);
        session.recorder.entered(Site.HTTP_CALL_OVER.number(), call, null);

        assertThat(hosts()).isEmpty();
    }

    @Test
    void ofSeveralMethodsTheFirstWithAnAnswerEndsTheCall() {
        Object connection = new Object();
        exit(Site.HTTP_CALL_PART, enter(Site.HTTP_CALL_PART, connection), null);
        session.clock.advanceMillis(3);
        Object outer = enter(Site.HTTP_CALL_PART, connection);
        exit(Site.HTTP_CALL_PART, enter(Site.HTTP_CALL_PART, connection), answers(302));
        exit(Site.HTTP_CALL_PART, outer, answers(200));
        Object late = enter(Site.HTTP_CALL_PART, connection);

        assertThat(late).isNull();
        assertThat(hosts()).containsExactly(new HttpHost("example.com", 2, 3, 0, null));
    }

    /** A map that somebody else may see go. */
    private static WeakReference<Object> reachable(Object[] answers) {
        Map<String, List<String>> headers = new HashMap<>();
        answers[3] = headers;
        return new WeakReference<>(headers);
    }

    @Test
    void whatACallWasAboutIsForgottenWhenItEndsThoughItsObjectLivesOn() {
        Object connection = new Object();
        Object[] answers = answers(200);
        WeakReference<Object> headers = reachable(answers);
        exit(Site.HTTP_CALL_PART, enter(Site.HTTP_CALL_PART, connection), answers);
        Arrays.fill(answers, null);

        Instant deadline = Instant.now().plusSeconds(30);
        while (headers.get() != null && Instant.now().isBefore(deadline)) {
            System.gc();
        }
        assertThat(headers.get()).isNull();
        assertThat(enter(Site.HTTP_CALL_PART, connection)).as("still known").isNull();
    }

    @Test
    void whatIsNotKnownOfSizesIsNotCounted() {
        Map<String, List<String>> five = Map.of("Content-Length", List.of("5"));
        finish("GET", 200, five, 0L);
        finish("POST", 200, five, "7");
        finish("POST", 200, null, -1L);
        finish("POST", 200, Map.of("Content-Length", List.of("many")), "many");
        finish("HEAD", 200, five, null);
        finish("GET", 304, five, null);

        HttpHost host = hosts().get(0);
        assertThat(host.bytesSent()).isEqualTo(7);
        assertThat(host.bytesReceived()).isEqualTo(10);
    }

    @Test
    void sizesOfARunInWhichNoClientStatesAnyAreNotKnown() {
        finish("POST", 200, null, -1L);
        finish("POST", null, null, null);

        HttpHost host = hosts().get(0);
        assertThat(host.bytesSent()).isNull();
        assertThat(host.bytesReceived()).isNull();
    }

    /** By whatever client: with an exception in the place of an answer. */
    @Test
    void aRunWhoseOnlyCallNobodyAnswersHasNoUseOfGitHubAndNoBytes() {
        Object token = enter(Site.HTTP_CALL, null);
        session.recorder.exited(Site.HTTP_CALL.number(), token, null, new IOException("refused"));

        assertThat(session.end().gitHubApi()).isNull();
        assertThat(hosts()).containsExactly(new HttpHost("example.com", 1, 0, 1, null, null, null, null));
    }

    @Test
    void theBodyOfAConnectionIsAsLargeAsTheApplicationMadeIt() throws IOException {
        Object connection = new Object();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Object token = enter(Site.HTTP_CALL_PART, connection);
        session.recorder.exited(Site.HTTP_CALL_PART.number(), token, body, null);
        body.write(new byte[300]);
        exit(Site.HTTP_CALL_PART, enter(Site.HTTP_CALL_PART, connection), answers(200));

        assertThat(hosts().get(0).bytesSent()).isEqualTo(300);
    }

    private void finish(
            String method,
            @Nullable Integer status,
            @Nullable Map<String, List<String>> headers,
            @Nullable Object sent) {
        Object[] facts = {method, URI.create(PAGE), null};
        Object token = session.recorder.entered(Site.HTTP_CALL.number(), null, facts);
        exit(Site.HTTP_CALL, token, new Object[] {method, URI.create(PAGE), status, headers, sent});
    }

    @Test
    void anAddressThatIsNoUriCountsByItsHost() {
        Object token = session.recorder.entered(
                Site.HTTP_CALL.number(), null, new Object[] {"GET", "http://example.com/a b|c", null});
        exit(Site.HTTP_CALL, token, new Object[] {
            "GET", "http://example.com/a b|c", 200, Map.of("Content-Length", List.of("9")), null
        });

        assertThat(hosts()).containsExactly(new HttpHost("example.com", 1, 0, 0, 9L, null, null, 9L));
    }

    private @Nullable Object enter(Site site, @Nullable Object self) {
        return session.recorder.entered(site.number(), self, new Object[] {"GET", URI.create(PAGE), true});
    }

    private void get(String address, Map<String, List<String>> headers) {
        Object token = session.recorder.entered(Site.HTTP_CALL.number(), null, new Object[] {"GET", address, null});
        exit(Site.HTTP_CALL, token, new Object[] {"GET", address, 200, headers, 0L});
    }

    private void exit(Site site, @Nullable Object token, Object @Nullable [] answers) {
        session.recorder.exited(site.number(), token, answers, null);
    }

    private static Object[] answers(int... statuses) {
        Object[] answers = new Object[statuses.length * 5];
        for (int i = 0; i < statuses.length; i++) {
            answers[5 * i] = "GET";
            answers[5 * i + 1] = URI.create(PAGE);
            answers[5 * i + 2] = statuses[i];
        }
        return answers;
    }

    private long requests() {
        return hosts().get(0).requests();
    }

    private List<HttpHost> hosts() {
        assertThat(session.failures).isEmpty();
        return Objects.requireNonNull(session.end().http());
    }
}
