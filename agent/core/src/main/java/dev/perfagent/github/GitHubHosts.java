package dev.perfagent.github;

import java.util.Locale;
import java.util.Set;

/** Recognises GitHub's API by a request's host and path. */
public final class GitHubHosts {
    /**
     * The response header by which an API at an unknown host is recognised, in lower case; 99 % of recorded API responses carry
     * it. Not here: raw, codeload, objects and github.com itself send it too, so ask {@link #isElsewhere} first.
     */
    public static final String REQUEST_ID_HEADER = "x-github-request-id";

    /** The response header of GitLab's servers, which have GraphQL at the same path as GitHub's: ask if {@link #mayBeGitLab}. */
    public static final String GITLAB_HEADER = "x-gitlab-meta";

    private static final String CLOUD = ".ghe.com";
    private static final String GITLAB = "gitlab.";
    private static final String SERVERS_GRAPHQL = "/api/graphql";

    private final Set<String> configured;

    /**
     * Beside GitHub's own hosts, takes whatever is asked of the configured ones for the API.
     *
     * @param configured in lower case, with a port or without
     */
    public GitHubHosts(Set<String> configured) {
        this.configured = Set.copyOf(configured);
    }

    /**
     * Whether the request goes to GitHub's REST or GraphQL API.
     *
     * @param host in any case; a port is looked at only when the configured host has one
     */
    public boolean isApi(String host, String path) {
        String lower = lower(host);
        String name = withoutPort(lower);
        if (name.equals("api.github.com") || name.equals("uploads.github.com")) {
            return true;
        }
        if (!configured.isEmpty() && (configured.contains(name) || configured.contains(lower))) {
            return true;
        }
        if (name.endsWith(CLOUD)) {
            return isTenantApi(name);
        }
        return !isWebsite(name) && !name.startsWith(GITLAB) && isEnterpriseServer(path);
    }

    /** Whether the host is one of GitHub's that is not the API: the website, raw files, archives, release assets. */
    public static boolean isElsewhere(String host) {
        String name = withoutPort(lower(host));
        return isWebsite(name) || name.endsWith(CLOUD) && !isTenantApi(name);
    }

    /** Whether a server that has this path may be one of GitLab's. */
    public static boolean mayBeGitLab(String path) {
        return isAt(path, SERVERS_GRAPHQL);
    }

    private static boolean isWebsite(String host) {
        return host.equals("github.com")
                || host.endsWith(".githubusercontent.com")
                || host.endsWith(".github.com") && !host.equals("api.github.com") && !host.equals("uploads.github.com");
    }

    private static boolean isTenantApi(String host) {
        return isTenant(host, "api.") || isTenant(host, "uploads.");
    }

    /** GitHub Enterprise Cloud with data residency: {@code api.TENANT.ghe.com}. */
    private static boolean isTenant(String host, String service) {
        int end = host.length() - CLOUD.length();
        return host.startsWith(service) && end > service.length() && host.indexOf('.', service.length()) == end;
    }

    private static boolean isEnterpriseServer(String path) {
        return path.startsWith("/api/") && (isAt(path, "/api/v3") || isAt(path, SERVERS_GRAPHQL))
                || path.startsWith("/api/uploads/repos/");
    }

    private static boolean isAt(String path, String prefix) {
        if (!path.startsWith(prefix)) {
            return false;
        }
        if (path.length() == prefix.length()) {
            return true;
        }
        char next = path.charAt(prefix.length());
        return next == '/' || next == '?';
    }

    private static String withoutPort(String host) {
        int colon = host.indexOf(':');
        return colon < 0 || host.startsWith("[") ? host : host.substring(0, colon);
    }

    private static String lower(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return host.toLowerCase(Locale.ROOT);
            }
        }
        return host;
    }
}
