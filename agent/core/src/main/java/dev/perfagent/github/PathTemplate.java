package dev.perfagent.github;

/** An endpoint's name for any HTTP API: the path with whatever looks like a value replaced by <code>{id}</code>. */
public final class PathTemplate {
    /** Longest path of a template, so that a hostile URL cannot swell a record; what is longer ends in <code>{rest}</code>. */
    private static final int MAX_LENGTH = 200;

    private PathTemplate() {}

    /**
     * Such as <code>GET /v1/customers/{id}/invoices</code>. Digits, hashes, UUIDs, tokens, long segments and those with characters
     * outside {@code [A-Za-z0-9._~-]} are folded; query and fragment are dropped. Never throws.
     */
    public static String of(String method, String path) {
        PathSegments segments = PathSegments.of(path);
        StringBuilder out =
                new StringBuilder(96).append(HttpMethod.token(method)).append(' ');
        int end = out.length() + MAX_LENGTH;
        int count = segments.count();
        if (count == 0) {
            return out.append('/').toString();
        }
        for (int i = 0; i < count; i++) {
            int before = out.length();
            if (segments.isValue(i)) {
                out.append("/{id}");
            } else {
                segments.appendTo(out, i);
            }
            if (out.length() > end) {
                out.setLength(before);
                return out.append("/{rest}").toString();
            }
        }
        if (segments.isCut()) {
            out.append("/{rest}");
        }
        return out.toString();
    }
}
