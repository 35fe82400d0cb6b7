package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.ApiPatterns;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bodies that the application reads by itself, and what they say of limits. */
final class AnswerBodiesTest {
    private static final String ISSUES = "https://api.github.com/repos/a/b/issues";
    private static final String GRAPHQL = "https://api.github.com/graphql";
    private static final String SECONDARY = "{\"message\":\"You have exceeded a secondary rate limit\"}";
    private static final String PRIMARY = "{\"message\":\"API rate limit exceeded for user ID 1\"}";

    private final RecordingSession session = new RecordingSession();

    @Test
    void whatIsReadOfAnAnswerSaysThatItWasALimit() throws IOException {
        Object token = answered(ISSUES, 403, "x-ratelimit-limit", "5000", "x-ratelimit-remaining", "4000");
        InputStream seen = stream(token, SECONDARY.getBytes(StandardCharsets.UTF_8));
        assertThat(new String(seen.readNBytes(5), StandardCharsets.UTF_8)).isEqualTo(SECONDARY.substring(0, 5));
        assertThat(seen.read()).isEqualTo(SECONDARY.charAt(5));
        assertThat(new String(seen.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(SECONDARY.substring(6));
        answered(ISSUES, 200);

        assertLimits(0, 1);
        assertThat(api().retries()).isEqualTo(1);
        assertThat(api().resources().get(0).consumed()).as("what is refused").isZero();
    }

    @Test
    void whatIsPackedIsUnpackedAsFarAsItIsThere() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(SECONDARY.getBytes(StandardCharsets.UTF_8));
        }
        InputStream seen = stream(answered(ISSUES, 403), packed.toByteArray());
        seen.readNBytes(packed.size() - 4);

        assertLimits(0, 1);
    }

    @Test
    void aBodyMayBeReadBeforeTheAnswerIsKnown() throws IOException {
        Object token = session.recorder.entered(Site.HTTP_CALL.number(), null, new Object[] {"GET", ISSUES, false});
        InputStream seen = stream(token, SECONDARY.getBytes(StandardCharsets.UTF_8));
        seen.readAllBytes();
        exit(token, ISSUES, 403);

        assertLimits(0, 1);
    }

    @Test
    void whatTheStatusWasTakenForIsCorrected() throws IOException {
        stream(answered(ISSUES, 429), PRIMARY.getBytes(StandardCharsets.UTF_8)).readAllBytes();

        assertLimits(1, 0);
    }

    @Test
    void graphQlSaysItWithStatus200() throws IOException {
        String text = "{\"errors\":[{\"type\":\"RATE_LIMITED\"}]}";
        stream(answered(GRAPHQL, 200, "x-ratelimit-remaining", "0"), text.getBytes(StandardCharsets.UTF_8))
                .readAllBytes();
        answered(GRAPHQL, 200, "x-ratelimit-remaining", "0");
        answered(GRAPHQL, 200, "x-ratelimit-remaining", "10");

        assertLimits(1, 0);
        assertThat(api().retries()).as("the last of a quota is no limit").isEqualTo(1);
    }

    @Test
    void nobodyWantsToSeeOtherBodies() {
        assertThat(observed(answered(ISSUES, 200), InputStream.nullInputStream()))
                .isNull();
        assertThat(observed(answered(ISSUES, 404), InputStream.nullInputStream()))
                .isNull();
        assertThat(observed(answered(GRAPHQL, 200, "x-ratelimit-remaining", "10"), InputStream.nullInputStream()))
                .isNull();
        assertThat(observed(answered("https://example.com/", 403), InputStream.nullInputStream()))
                .isNull();
        assertThat(observed(answered(ISSUES, 403), "a source of another kind")).isNull();
        Hidden hidden = () -> 1;
        assertThat(observed(answered(ISSUES, 403), new Object[] {hidden, Hidden.class}))
                .as("of an interface that we may not call")
                .isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void anObjectOfAClientStaysWhatItIsBehindItsInterface() throws IOException {
        Supplier<InputStream> entity = () -> new ByteArrayInputStream(SECONDARY.getBytes(StandardCharsets.UTF_8));
        Supplier<InputStream> seen = (Supplier<InputStream>)
                Objects.requireNonNull(observed(answered(ISSUES, 403), new Object[] {entity, Supplier.class}));
        assertThat(Set.of(seen)).contains(seen);
        assertThat(seen).hasToString(entity.toString());
        assertThat(seen.get()).hasContent(SECONDARY);
        Consumer<ByteBuffer> taken = bytes -> bytes.position(bytes.limit());
        Consumer<ByteBuffer> taking = (Consumer<ByteBuffer>)
                Objects.requireNonNull(observed(answered(ISSUES + "/1", 403), new Object[] {taken, Consumer.class}));
        ByteBuffer bytes = ByteBuffer.wrap(SECONDARY.getBytes(StandardCharsets.UTF_8));
        taking.accept(bytes);
        assertThat(bytes.remaining()).isZero();

        assertLimits(0, 2);
    }

    @Test
    void piecesAreSeenTogetherAlsoWithAnObjectThatComesLater() {
        byte[] text = SECONDARY.getBytes(StandardCharsets.UTF_8);
        Object connection = new Object();
        Object token = answered(ISSUES, 403);
        assertThat(observed(token, new Object[] {connection})).isNull();
        ByteBuffer first = ByteBuffer.wrap(text, 0, 40);
        assertThat(observed(connection, first)).isNull();
        assertThat(first.remaining()).as("left as it is").isEqualTo(40);
        observed(connection, ByteBuffer.wrap(text, 40, text.length - 40));

        Object other = new Object();
        observed(answered(ISSUES + "/1", 200), new Object[] {other});
        observed(other, ByteBuffer.wrap(text));
        observed(new Object(), ByteBuffer.wrap(text));

        assertLimits(0, 1);
    }

    @Test
    void piecesMayComeBeforeTheAnswerIsKnown() {
        byte[] text = SECONDARY.getBytes(StandardCharsets.UTF_8);
        Object token = session.recorder.entered(Site.HTTP_CALL.number(), null, new Object[] {"GET", ISSUES, false});
        observed(token, ByteBuffer.wrap(text, 0, 40));
        observed(token, ByteBuffer.wrap(text, 40, text.length - 40));
        exit(token, ISSUES, 403);

        assertLimits(0, 1);
    }

    /** Not for everybody. */
    interface Hidden {
        int read();
    }

    /** Fills a buffer, as the decoders of a client do. */
    public interface Filler {
        int read(ByteBuffer into) throws IOException;
    }

    /** Has what was read, as the sources of a client do. */
    public interface Chunk {
        ByteBuffer getByteBuffer();
    }

    @Test
    void whatAnObjectReadsIsSeenWhereItPutsIt() throws IOException {
        byte[] text = SECONDARY.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.wrap(text);
        Filler filler = into -> {
            int count = 0;
            while (into.hasRemaining() && all.hasRemaining()) {
                into.put(all.get());
                count++;
            }
            return count == 0 ? -1 : count;
        };
        Object token = answered(ISSUES, 403);
        ByteBuffer into = ByteBuffer.allocate(50);
        while (seenFiller(token, filler).read(into) >= 0) {
            into.clear().position(7);
        }

        Supplier<Chunk> source = () -> () -> ByteBuffer.wrap(text);
        Object another = answered(ISSUES + "/1", 403);
        assertThat(((Read) Objects.requireNonNull(observed(another, new Object[] {(Read) source::get, Read.class})))
                        .read())
                .isInstanceOf(Chunk.class);

        assertLimits(0, 2);
    }

    /** Gives what has the bytes. */
    public interface Read {
        Object read();
    }

    private Filler seenFiller(Object token, Filler filler) {
        return (Filler) Objects.requireNonNull(observed(token, new Object[] {filler, Filler.class}));
    }

    @Test
    void theNameOfARequestMayComeWithItsBody() {
        Object handler = new Object();
        Object connection = new Object();
        for (String name : List.of("First", "Second")) {
            Object[] facts = {"POST", GRAPHQL, false};
            Object token = session.recorder.entered(Site.HTTP_CALL_LATER.number(), handler, facts);
            session.recorder.exited(Site.HTTP_CALL_LATER.number(), token, null, null);
            sent(handler, new Object[] {connection});
            sent(connection, ("{\"query\":\"query " + name + " { secret }\"}").getBytes(StandardCharsets.UTF_8));
            Object answer = session.recorder.entered(Site.HTTP_CALL.number(), handler, null);
            answeredLater(answer, 429);
        }

        GitHubApi api = Objects.requireNonNull(session.end().gitHubApi());
        assertThat(session.failures).isEmpty();
        assertThat(api.endpoints())
                .extracting(Endpoint::endpoint)
                .containsExactlyInAnyOrder("POST /graphql query First", "POST /graphql query Second");
        assertThat(api.retries()).as("by what is known when a request begins").isEqualTo(1);
    }

    @Test
    void otherBodiesThatAreSentAreLeftAlone() {
        Object handler = new Object();
        Object connection = new Object();
        session.recorder.entered(Site.HTTP_CALL_LATER.number(), handler, new Object[] {"POST", ISSUES, false});
        sent(handler, new Object[] {connection});
        sent(connection, "{\"query\":\"query First { secret }\"}".getBytes(StandardCharsets.UTF_8));
        answeredLater(session.recorder.entered(Site.HTTP_CALL.number(), handler, null), 201);

        GitHubApi api = Objects.requireNonNull(session.end().gitHubApi());
        assertThat(api.endpoints()).extracting(Endpoint::endpoint).containsExactly("POST /repos/{owner}/{repo}/issues");
    }

    private void answeredLater(@Nullable Object token, int status) {
        Map<String, List<String>> headers = Map.of("retry-after", List.of("0"));
        @Nullable Object[] answer = {null, null, status, headers, null};
        session.recorder.exited(Site.HTTP_CALL.number(), token, answer, null);
    }

    private void sent(Object self, Object body) {
        assertThat(session.recorder.entered(Site.HTTP_REQUEST_BODY.number(), self, body))
                .isNull();
    }

    private InputStream stream(@Nullable Object token, byte[] bytes) {
        return (InputStream) Objects.requireNonNull(observed(token, new ByteArrayInputStream(bytes)));
    }

    private @Nullable Object observed(@Nullable Object token, Object source) {
        return session.recorder.entered(Site.HTTP_ANSWER_BODY.number(), token, source);
    }

    private Object answered(String address, int status, String... headers) {
        Object token = session.recorder.entered(Site.HTTP_CALL.number(), null, new Object[] {"GET", address, false});
        exit(token, address, status, headers);
        return Objects.requireNonNull(token);
    }

    private void exit(@Nullable Object token, String address, int status, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        session.recorder.exited(Site.HTTP_CALL.number(), token, new Object[] {"GET", address, status, all, 0L}, null);
    }

    private GitHubApi api() {
        return Objects.requireNonNull(session.runs.get(0).gitHubApi());
    }

    private void assertLimits(long primary, long secondary) {
        ApiPatterns patterns = Objects.requireNonNull(
                Objects.requireNonNull(session.end().gitHubApi()).patterns());
        assertThat(session.failures).isEmpty();
        assertThat(patterns.primaryLimits()).isEqualTo(primary);
        assertThat(patterns.secondaryLimits()).isEqualTo(secondary);
    }
}
