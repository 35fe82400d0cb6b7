package dev.perfagent.export.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;

/**
 * A service that takes runs, and what it has to be shown to do so.
 *
 * @param name for messages and files, such as {@code datadog}
 * @param address what the paths of forms are put behind
 * @param headers the key among them; not to be printed
 * @param packing how bodies are compressed for it, and how long they may be
 */
public record Destination(String name, URI address, Map<String, String> headers, Packing packing) {
    /** What is shorter is no key, and would tear words apart. */
    private static final int SHORTEST_SECRET = 6;

    public Destination {
        headers = Map.copyOf(headers);
    }

    /**
     * Checks the address: a key goes over the network only if nobody can read it on the way.
     *
     * @throws IllegalArgumentException says what is wrong with it
     */
    public static URI address(String text) {
        URI address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("'" + text + "' is no address; give one such as https://example.com");
        }
        if (address.getUserInfo() != null) {
            throw new IllegalArgumentException("an address must not contain a name or password");
        }
        if (scheme.equals("http") && !isLoopback(host)) {
            throw new IllegalArgumentException("the address of another machine has to begin with https://");
        }
        return address;
    }

    private static boolean isLoopback(String host) {
        boolean isName = !host.startsWith("[") && !Character.isDigit(host.charAt(0));
        if (isName) {
            return host.equalsIgnoreCase("localhost");
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    URI at(String path) {
        String query = address.getRawQuery();
        String base = query == null
                ? address.toString()
                : address.toString().substring(0, address.toString().indexOf('?'));
        return URI.create(base + path + (query == null ? "" : "?" + query));
    }

    /** The text without what must not be seen. */
    String withoutKeys(String text) {
        String safe = text;
        for (String secret : headers.values()) {
            safe = secret.length() < SHORTEST_SECRET ? safe : safe.replace(secret, "***");
        }
        return safe;
    }

    /** Without the headers. */
    @Override
    public String toString() {
        return name + " at " + address.getScheme() + "://" + address.getAuthority();
    }
}
