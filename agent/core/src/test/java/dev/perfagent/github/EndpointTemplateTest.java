package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTemplateTest {
    @Test
    void publishedTemplatesComeBackFromPlainValues() {
        assertComesBack(name -> isNumeric(name) ? "123456" : "octo-Cat9");
    }

    @Test
    void publishedTemplatesComeBackFromValuesThatLookLikeSomethingElse() {
        assertComesBack(name -> switch (name) {
            case "owner" -> "repos";
            case "repo" -> "issues";
            case "org" -> "teams";
            case "username" -> "public";
            case "branch", "ref", "tree_sha" -> "feature/x";
            case "path" -> "src/comments/pulls/A b.java";
            case "basehead" -> "main...o:feature/x";
            case "tag" -> "rel/v1.0";
            case "name" -> "area%2Fname with%20blank";
            case "environment_name", "package_name" -> "prod%2Feu";
            case "dir" -> "docs/x";
            default -> isNumeric(name) ? "1" : "a.b-c";
        });
    }

    private static void assertComesBack(UnaryOperator<String> value) {
        List<PublishedEndpoint> all = PublishedEndpoint.all();
        assertThat(all).hasSizeGreaterThan(250);
        assertThat(all.stream().filter(PublishedEndpoint::isExact).count()).isGreaterThan(all.size() * 95L / 100);
        assertThat(all).allSatisfy(endpoint -> assertThat(EndpointTemplate.of("GET", endpoint.filled(value)))
                .isEqualTo("GET " + endpoint.expected()));
    }

    private static boolean isNumeric(String name) {
        return name.endsWith("_id") || name.endsWith("_number");
    }

    @ParameterizedTest
    @CsvSource({
        "/repositories/1296269/issues, /repos/{owner}/{repo}/issues",
        "/repositories/1296269/issues/12/comments, /repos/{owner}/{repo}/issues/{issue_number}/comments",
        "/repositories, /repositories",
        "/organizations/42/repos, /orgs/{org}/repos",
        "/organizations/42/team/7/repos, /orgs/{org}/teams/{team_slug}/repos",
        "/organizations/acme/settings/billing/usage, /organizations/{org}/settings/billing/usage",
        "/organizations, /organizations",
        "/user/583231/repos, /users/{username}/repos",
        "/user/583231, /users/{username}",
        "/user/repos, /user/repos",
    })
    void numericAliasesAreTheEndpointTheyStandFor(String path, String template) {
        assertThat(EndpointTemplate.of("GET", path)).isEqualTo("GET " + template);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v3/repos/o/r/pulls, /repos/{owner}/{repo}/pulls",
        "/api/v3, /",
        "/api/v3/, /",
        "/api/graphql, /graphql",
        "/graphql, /graphql",
        "/api/uploads/repos/o/r/releases/7/assets?name=a.zip, /repos/{owner}/{repo}/releases/{release_id}/assets",
    })
    void prefixesOfEnterpriseServerAreDropped(String path, String template) {
        assertThat(EndpointTemplate.of("POST", path)).isEqualTo("POST " + template);
    }

    @ParameterizedTest
    @CsvSource({
        "contents, contents/{path}",
        "contents/, contents/{path}",
        "contents/a/b/c/d.txt, contents/{path}",
        "git/refs, git/refs",
        "git/refs/heads/a/b, git/refs/{ref}",
        "git/ref/heads%2Fa, git/ref/{ref}",
        "git/matching-refs/, git/matching-refs/{ref}",
        "git/matching-refs/tags/v, git/matching-refs/{ref}",
        "compare/a/b...c/d, compare/{basehead}",
        "tarball, tarball/{ref}",
        "zipball/refs/heads/x, zipball/{ref}",
        "branches, branches",
        "branches/feature/x, branches/{branch}",
        "branches/feature%2Fx/protection, branches/{branch}/protection",
        "branches/feature/x/protection, branches/{branch}/protection",
        "branches/a/protection/b/protection/restrictions/apps, branches/{branch}/protection/restrictions/apps",
        "branches/protection, branches/{branch}",
        "commits/feature/x/check-runs, commits/{ref}/check-runs",
        "commits/feature/x, commits/{ref}",
        "statuses/feature/x, statuses/{sha}",
        "releases/tags/rel/v1, releases/tags/{tag}",
        "environments/prod/eu/secrets/TOKEN, environments/{environment_name}/secrets/{secret_name}",
        "actions/workflows/ci.yml/runs, actions/workflows/{workflow_id}/runs",
        "labels/area/ui, labels/{name}",
    })
    void parametersOfSeveralSegmentsAreOne(String tail, String template) {
        assertThat(EndpointTemplate.of("GET", "/repos/o/r/" + tail)).isEqualTo("GET /repos/{owner}/{repo}/" + template);
    }

    @ParameterizedTest
    @CsvSource({
        "/orgs/acme/secret_scanning/enable_all, /orgs/{org}/{security_product}/{enablement}",
        "/enterprises/acme/advanced_security/disable_all, /enterprises/{enterprise}/{security_product}/{enablement}",
        "/orgs/acme/attestations/17, /orgs/{org}/attestations/{attestation_id}",
        "/orgs/acme/attestations/sha256:ab, /orgs/{org}/attestations/{subject_digest}",
    })
    void placesWithTwoMeaningsAreToldApart(String path, String template) {
        assertThat(EndpointTemplate.of("POST", path)).isEqualTo("POST " + template);
    }

    @ParameterizedTest
    @CsvSource({
        "/shiny, /shiny",
        "/shiny/42/parts, /shiny/{id}/parts",
        "/shiny/alice/parts, /shiny/{id}/{id}",
        "/repos/o/r/shiny/alice, /repos/{owner}/{repo}/shiny/{id}",
        "/repos/o/r/issues/12/shiny, /repos/{owner}/{repo}/issues/{issue_number}/shiny",
        "/repos/o/r/assignees/alice/shiny, /repos/{owner}/{repo}/assignees/{assignee}/{id}",
        "/orgs/acme/shiny, /orgs/{org}/shiny",
        "/shiny/0123456789abcdef0123456789abcdef01234567/parts, /shiny/{id}/parts",
        "/shiny/123e4567-e89b-12d3-a456-426614174000/parts, /shiny/{id}/parts",
        "/gh0_tokenLike, /{id}",
        "/alice%20b, /{id}",
        "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, /{id}",
    })
    void whatIsNotPublishedIsFoldedCautiously(String path, String template) {
        assertThat(EndpointTemplate.of("GET", path)).isEqualTo("GET " + template);
    }

    @ParameterizedTest
    @CsvSource({
        "'', /",
        "/, /",
        "?token=x, /",
        "//repos//o/r//, /repos/{owner}/{repo}",
        "repos/o/r, /repos/{owner}/{repo}",
        "/repos, /repos",
        "/repos/o, /repos/{owner}",
        "/search/issues?q=secret/word#x, /search/issues",
        "/user#secret, /user",
    })
    void queryFragmentAndEmptySegmentsAreDropped(String path, String template) {
        assertThat(EndpointTemplate.of("GET", path)).isEqualTo("GET " + template);
    }

    @ParameterizedTest
    @CsvSource({"get, GET", "PATCH, PATCH", "PROPFIND, PROPFIND", "purge, PURGE", "'', OTHER", "GE T, OTHER"})
    void aMethodIsUpperCaseLettersOrOther(String method, String expected) {
        assertThat(EndpointTemplate.of(method, "/user")).isEqualTo(expected + " /user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERSIONCONTROL", "GÉT", "ghp_x"})
    void aStrangeMethodIsOther(String method) {
        assertThat(EndpointTemplate.of(method, "/user")).isEqualTo("OTHER /user");
    }

    @Test
    void noIdentifierReachesTheTemplate() {
        Random random = new Random(42);
        // Numeric aliases are known by their number, so a word cannot stand there.
        List<PublishedEndpoint> all = PublishedEndpoint.all().stream()
                .filter(PublishedEndpoint::isExact)
                .toList();
        for (int i = 0; i < 20_000; i++) {
            PublishedEndpoint endpoint = all.get(random.nextInt(all.size()));
            String path = endpoint.filled(name -> secret(random));
            String tail = random.nextInt(4) == 0 ? "?q=zqsecret#zqsecret" : "";
            assertThat(EndpointTemplate.of("GET", path + tail)).as(path).doesNotContain("zq");
        }
    }

    /** A word, so that nothing but its place gives it away; sometimes of two segments. */
    private static String secret(Random random) {
        StringBuilder out = new StringBuilder("zq");
        for (int i = random.nextInt(12); i >= 0; i--) {
            out.append((char) ('a' + random.nextInt(26)));
        }
        return switch (random.nextInt(4)) {
            case 0 -> out.append("%2Fzqword").toString();
            case 1 -> out.append(".zq@").toString();
            default -> out.toString();
        };
    }

    @Test
    void nothingThrowsAndTheLengthIsBounded() {
        Random random = new Random(7);
        List<PublishedEndpoint> all = PublishedEndpoint.all();
        String odd = "/?#%{}()+* \u0000é\uD800az09-_.~";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder path = new StringBuilder();
            for (int part = random.nextInt(6); part > 0; part--) {
                if (random.nextBoolean()) {
                    String template = all.get(random.nextInt(all.size())).template();
                    path.append(template, random.nextInt(template.length()), template.length());
                } else {
                    for (int n = random.nextInt(30); n > 0; n--) {
                        path.append(odd.charAt(random.nextInt(odd.length())));
                    }
                }
            }
            String given = path.toString();
            assertThat(EndpointTemplate.of("GET", given))
                    .as(given)
                    .startsWith("GET /")
                    .hasSizeLessThan(256);
        }
    }

    @Test
    void aVeryLongPathIsCut() {
        assertThat(EndpointTemplate.of("GET", "/a/1".repeat(50_000)))
                .startsWith("GET /a/{id}/a/{id}/")
                .endsWith("/{rest}")
                .hasSizeLessThan(256);
        assertThat(EndpointTemplate.of("GET", "/repos/o/r/contents" + "/a".repeat(50_000)))
                .isEqualTo("GET /repos/{owner}/{repo}/contents/{path}");
    }
}
