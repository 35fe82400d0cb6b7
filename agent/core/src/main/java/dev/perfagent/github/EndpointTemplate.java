package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/**
 * The name of a GitHub REST endpoint, as GitHub's OpenAPI description writes it.
 *
 * <p>Identifiers are always replaced by the name of their place, whatever they look like: a repository may be called
 * {@code issues}. Paths that GitHub gives several names get one: the numeric aliases of {@code Link} headers
 * (<code>/repositories/{id}</code>, <code>/organizations/{id}</code>, <code>/user/{id}</code>) and the prefixes of GitHub
 * Enterprise Server ({@code /api/v3}, {@code /api/uploads}, {@code /api/graphql}).
 */
public final class EndpointTemplate {
    private static final String GRAPHQL = "graphql";

    private EndpointTemplate() {}

    /**
     * Such as <code>GET /repos/{owner}/{repo}/issues</code>. What GitHub has not published is folded cautiously: at most a few
     * plain lower-case words of the path remain, the rest becomes <code>{id}</code>. Query and fragment are dropped. Never
     * throws; bounded in length.
     *
     * @param method upper-cased; {@code OTHER} when it is not 1 to 10 letters
     * @param path percent-encoded or not
     */
    public static String of(String method, String path) {
        PathSegments segments = PathSegments.of(path);
        StringBuilder out =
                new StringBuilder(96).append(HttpMethod.token(method)).append(' ');
        int root = root(segments);
        if (root == segments.count()) {
            return out.append('/').toString();
        }
        String name = segments.text(root);
        switch (name) {
            case "repos" -> repository(out.append("/repos"), segments, root + 1, true);
            case "repositories" -> repository(out, segments, root + 1, false);
            case "orgs" -> organization(out.append("/orgs"), segments, root + 1);
            case "organizations" -> organizationOrAlias(out, segments, root + 1);
            case "enterprises" -> enterprise(out.append("/enterprises"), segments, root + 1);
            case "user" -> userOrAlias(out, segments, root + 1);
            case GRAPHQL -> out.append("/graphql");
            default -> PathGrammar.append(out, OtherPaths.of(name), segments, root);
        }
        return out.toString();
    }

    /** The index of the first segment behind the prefixes of GitHub Enterprise Server. */
    private static int root(PathSegments path) {
        if (path.is(0, "api")) {
            if (path.is(1, "v3") || path.is(1, "uploads")) {
                return 2;
            }
            if (path.is(1, GRAPHQL)) {
                return 1;
            }
        }
        return 0;
    }

    /** @param named by owner and name; else by one number, for which the two stand */
    private static void repository(StringBuilder out, PathSegments path, int index, boolean named) {
        if (!named) {
            if (index == path.count()) {
                out.append("/repositories");
                return;
            }
            out.append("/repos/{owner}/{repo}");
        } else if (index < path.count()) {
            out.append(index + 1 < path.count() ? "/{owner}/{repo}" : "/{owner}");
        }
        int collection = named ? index + 2 : index + 1;
        if (collection < path.count()) {
            PathGrammar.append(out, RepositoryPaths.of(path.text(collection)), path, collection);
        }
    }

    private static void organization(StringBuilder out, PathSegments path, int index) {
        if (index < path.count()) {
            out.append("/{org}");
            collection(
                    out, index + 1 < path.count() ? OrganizationPaths.of(path.text(index + 1)) : null, path, index + 1);
        }
    }

    private static void organizationOrAlias(StringBuilder out, PathSegments path, int index) {
        if (!path.isNumber(index)) {
            organization(out.append("/organizations"), path, index);
        } else if (path.is(index + 1, "team")) {
            PathGrammar.append(out.append("/orgs/{org}/teams"), OrganizationPaths.TEAM, path, index + 2);
        } else {
            organization(out.append("/orgs"), path, index);
        }
    }

    private static void enterprise(StringBuilder out, PathSegments path, int index) {
        if (index < path.count()) {
            out.append("/{enterprise}");
            collection(
                    out, index + 1 < path.count() ? EnterprisePaths.of(path.text(index + 1)) : null, path, index + 1);
        }
    }

    private static void collection(StringBuilder out, @Nullable String grammar, PathSegments path, int index) {
        if (index + 2 == path.count() && (path.is(index + 1, "enable_all") || path.is(index + 1, "disable_all"))) {
            out.append("/{security_product}/{enablement}");
        } else {
            PathGrammar.append(out, grammar, path, index);
        }
    }

    private static void userOrAlias(StringBuilder out, PathSegments path, int index) {
        if (path.isNumber(index)) {
            PathGrammar.append(out.append("/users"), OtherPaths.USERS, path, index);
        } else {
            PathGrammar.append(out.append("/user"), OtherPaths.USER, path, index);
        }
    }
}
