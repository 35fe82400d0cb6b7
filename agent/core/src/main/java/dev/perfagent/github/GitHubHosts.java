package dev.perfagent.github;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises GitHub's API: by the host's name, else by a header of the answer, else by the path.
 *
 * <p>Many APIs are below {@code /api/v3} or at {@code /api/graphql}: Binance, OpenProject, GitLab, an in-house one. So there a
 * request without GitHub's header in its answer, or without an answer, counts only if the path is one that nobody else has, or if
 * the server has sent that header before.
 */
public final class GitHubHosts {
    /**
     * The response header by which an API at an unknown host is recognised, in lower case; 99 % of recorded API responses carry
     * it. Not here: raw, codeload, objects and github.com itself send it too, so ask {@link #isElsewhere} first.
     */
    public static final String REQUEST_ID_HEADER = "x-github-request-id";

    private static final String CLOUD = ".ghe.com";
    private static final String SERVERS_REST = "/api/v3";

    /** What only GitHub has below {@link #SERVERS_REST}; others have users, projects, issues and searches too. */
    private static final String[] GITHUBS_OWN = {
        "/repos", "/repositories", "/orgs", "/organizations", "/enterprises", "/gists", "/rate_limit", "/meta"
    };

    /** A program knows one, or very few. */
    private static final int MOST_SEEN = 50;

    private final Set<String> configured;

    /** Servers that have sent GitHub's header. */
    private final Set<String> seen = new HashSet<>();

    /**
     * Beside GitHub's own hosts, takes whatever is asked of the configured ones for the API.
     *
     * @param configured in lower case
     */
    public GitHubHosts(Set<String> configured) {
        this.configured = Set.copyOf(configured);
    }

    /** Whether a host has GitHub's REST or GraphQL API and nothing else, by its name in any case. */
    public boolean isApi(String host) {
        String name = lower(host);
        return name.equals("api.github.com")
                || name.equals("uploads.github.com")
                || !configured.isEmpty() && configured.contains(name)
                || isTenantApi(name);
    }

    /** Whether the host is one of GitHub's that is not the API: the website, raw files, archives, release assets. */
    public static boolean isElsewhere(String host) {
        String name = lower(host);
        return isWebsite(name) || name.endsWith(CLOUD) && !isTenantApi(name);
    }

    /** Whether the API of a GitHub Enterprise server has this path, and maybe that of another server. */
    public static boolean isServers(String path) {
        return path.startsWith("/api/")
                && (isAt(path, SERVERS_REST) || isAt(path, "/api/graphql") || path.startsWith("/api/uploads/repos/"));
    }

    /** Whether nobody but GitHub has such a path of {@link #isServers}. */
    public static boolean isServersAlone(String path) {
        if (!path.startsWith(SERVERS_REST)) {
            return path.startsWith("/api/uploads/");
        }
        for (String root : GITHUBS_OWN) {
            if (path.startsWith(root, SERVERS_REST.length()) && endsAt(path, SERVERS_REST.length() + root.length())) {
                return true;
            }
        }
        return false;
    }

    /** That server, a host with its port, has sent GitHub's header. */
    public void saw(String server) {
        synchronized (seen) {
            if (seen.size() < MOST_SEEN) {
                seen.add(server);
            }
        }
    }

    /** Whether that server has sent GitHub's header before. */
    public boolean hasSeen(String server) {
        synchronized (seen) {
            return seen.contains(server);
        }
    }

    private static boolean isWebsite(String host) {
        return host.equals("github.com")
                || host.endsWith(".githubusercontent.com")
                || host.endsWith(".github.com") && !host.equals("api.github.com") && !host.equals("uploads.github.com");
    }

    private static boolean isTenantApi(String host) {
        return host.endsWith(CLOUD) && (isTenant(host, "api.") || isTenant(host, "uploads."));
    }

    /** GitHub Enterprise Cloud with data residency: {@code api.TENANT.ghe.com}. */
    private static boolean isTenant(String host, String service) {
        int end = host.length() - CLOUD.length();
        return host.startsWith(service) && end > service.length() && host.indexOf('.', service.length()) == end;
    }

    private static boolean isAt(String path, String prefix) {
        return path.startsWith(prefix) && endsAt(path, prefix.length());
    }

    private static boolean endsAt(String path, int end) {
        return path.length() == end || path.charAt(end) == '/' || path.charAt(end) == '?';
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
