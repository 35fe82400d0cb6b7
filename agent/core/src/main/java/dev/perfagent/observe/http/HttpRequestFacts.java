package dev.perfagent.observe.http;

import dev.perfagent.github.GraphQlName;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** A request as advice hands it over; see {@link dev.perfagent.hook.Site#HTTP_CALL}. */
final class HttpRequestFacts {
    /** In the place of those that nobody will ask for again. */
    static final HttpRequestFacts FORGOTTEN = new HttpRequestFacts("", "", null, null, null);

    private final String method;
    private final Object address;
    private final @Nullable Boolean authenticated;
    private final @Nullable Object body;
    private final @Nullable Long bytes;
    private @Nullable URI uri;
    private @Nullable String operation;
    private boolean isOperationKnown;

    private HttpRequestFacts(
            String method,
            Object address,
            @Nullable Boolean authenticated,
            @Nullable Object body,
            @Nullable Long bytes) {
        this.method = method;
        this.address = address;
        this.authenticated = authenticated;
        this.body = body;
        this.bytes = bytes;
    }

    /** Null when it is not the array that the site asks for. */
    static @Nullable HttpRequestFacts of(@Nullable Object argument) {
        return argument instanceof Object[] facts
                        && facts.length >= 3
                        && facts[0] instanceof String method
                        && facts[1] != null
                ? new HttpRequestFacts(
                        method,
                        facts[1],
                        facts[2] instanceof Boolean known ? known : null,
                        facts.length > 3 ? facts[3] : null,
                        facts.length > 4 ? size(facts[4]) : null)
                : null;
    }

    String method() {
        return method;
    }

    /** Size of its body; null when the client does not say. */
    @Nullable
    Long bytes() {
        return bytes;
    }

    /** A size that a client gives, as a number or as text; null when it is none. Clients say -1 when they do not know. */
    static @Nullable Long size(@Nullable Object given) {
        if (given instanceof String text) {
            try {
                return size(Long.valueOf(text));
            } catch (NumberFormatException malformed) {
                return null;
            }
        }
        return given instanceof Long size && size >= 0 ? size : null;
    }

    /** Whether it carries an Authorization header; null when that cannot be seen. */
    @Nullable
    Boolean authenticated() {
        return authenticated;
    }

    /** The name of a GraphQL request; null for another one, and when its body cannot be seen. */
    synchronized @Nullable String operation() {
        if (!isOperationKnown) {
            isOperationKnown = true;
            operation = body == null ? null : operation(body);
        }
        return operation;
    }

    /** The name of a GraphQL request with that body; null when it cannot be seen. */
    static @Nullable String operation(Object body) {
        String text = RequestBody.text(body);
        return text == null ? null : GraphQlName.of(text);
    }

    /** Whether another client would send the same. */
    boolean isSame(HttpRequestFacts other) {
        return method.equals(other.method) && uri().equals(other.uri());
    }

    /** Made when it is first asked for. */
    URI uri() {
        URI made = uri;
        if (made == null) {
            made = uri(address);
            uri = made;
        }
        return made;
    }

    /** The URI of an answer's address, mostly its own: to make one costs more than all the rest that is done for a call. */
    URI uriOf(@Nullable Object answered) {
        if (answered == null || answered == address || answered instanceof String && answered.equals(address)) {
            return uri();
        }
        return uri(answered);
    }

    /** The URI of an address, which may be text or a URL with characters that a URI only has encoded. */
    static URI uri(Object address) {
        if (address instanceof URI made) {
            return made;
        }
        String text = address.toString();
        try {
            return new URI(text);
        } catch (URISyntaxException lenient) {
            return encoded(text);
        }
    }

    /** What a client lets pass, and sends or encodes by itself; where that does not help, its host is what counts. */
    private static URI encoded(String text) {
        try {
            return new URI(UriText.encoded(text));
        } catch (URISyntaxException malformed) {
            try {
                return URI.create("http://" + new URL(text).getHost() + "/");
            } catch (MalformedURLException | IllegalArgumentException unknown) {
                return URI.create("http:///");
            }
        }
    }
}
