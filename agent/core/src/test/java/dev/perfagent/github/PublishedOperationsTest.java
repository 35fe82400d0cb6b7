package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Concrete paths of every operation that GitHub has published get the published template, whatever the values are. */
final class PublishedOperationsTest {
    /** Parameters that take several segments. */
    private static final Set<String> LONG = Set.of("path", "ref", "branch", "basehead", "tag", "dir", "tree_sha");

    private static final Set<String> WORDS = Set.of("archive_format", "security_product", "enablement", "language");

    /** The same places by other names: those that other operations have for them, and numeric aliases. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "/users/{user_id}/projectsV2/{project_number}/views", "/users/{username}/projectsV2/{project_number}/views",
            "/repos/{owner}/{repo}/compare/{base}...{head}", "/repos/{owner}/{repo}/compare/{basehead}",
            "/repos/{owner}/{repo}/commits/{commit_sha}/pulls", "/repos/{owner}/{repo}/commits/{ref}/pulls",
            "/repos/{owner}/{repo}/commits/{commit_sha}/comments", "/repos/{owner}/{repo}/commits/{ref}/comments",
            "/repos/{template_owner}/{template_repo}/generate", "/repos/{owner}/{repo}/generate",
            "/user/{account_id}", "/users/{username}",
            "/user/{user_id}/projectsV2/{project_number}/drafts",
                    "/users/{username}/projectsV2/{project_number}/drafts");

    private static final List<UnaryOperator<String>> VALUES = List.of(
            name -> isNumber(name) ? "123456" : "octo-Cat9",
            name -> isNumber(name) ? "7" : "42",
            name -> isNumber(name) ? "7" : "0123456789abcdef0123456789abcdef01234567",
            name -> isNumber(name) ? "7" : "123e4567-e89b-12d3-a456-426614174000",
            name -> isNumber(name) ? "7" : "repos",
            name -> isNumber(name) ? "7" : LONG.contains(name) ? "feature/issues/42" : "search",
            name -> isNumber(name) ? "7" : LONG.contains(name) ? "a/b/c/d/e/f.txt" : "%C3%A9t%C3%A9%2Fx",
            name -> isNumber(name) ? "7" : "%3Cscript%3E%20ghp_" + "x".repeat(80),
            name -> isNumber(name) ? "9007199254740993" : ".github",
            name -> isNumber(name) ? "7" : "a...b%3Fq%23f;v=1,2@x:y");

    @Test
    void atLeast99OfAHundredPathsGetTheTemplateThatGitHubHasPublished() {
        List<PublishedOperation> all = PublishedOperation.all();
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (PublishedOperation operation : all) {
            String published = operation.path().template();
            String expected = operation.method() + " " + OTHER_NAMES.getOrDefault(published, published);
            for (UnaryOperator<String> value : VALUES) {
                String path = operation.path().filled(name -> WORDS.contains(name) ? word(name) : value.apply(name));
                for (String prefix : List.of("", "/api/v3")) {
                    tried++;
                    String template = EndpointTemplate.of(operation.method(), prefix + path + "?page=2&per_page=100");
                    if (!template.equals(expected)) {
                        wrong.add(path + " is " + template + ", not " + expected);
                    }
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(1600);
        assertThat(wrong).as("wrong of %d", tried).hasSizeLessThanOrEqualTo(tried / 100);
    }

    /** The pages behind the first have such paths: the links to them have numbers where the first had names. */
    @Test
    void theSameHoldsForNumericAliases() {
        Map<String, String> aliases = Map.of(
                "/repos/{owner}/{repo}", "/repositories/1296269",
                "/orgs/{org}", "/organizations/42",
                "/users/{username}", "/user/583231");
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (PublishedOperation operation : PublishedOperation.all()) {
            String published = operation.path().template();
            for (Map.Entry<String, String> alias : aliases.entrySet()) {
                if (published.startsWith(alias.getKey() + "/")) {
                    String rest = published.substring(alias.getKey().length());
                    String path = alias.getValue()
                            + new PublishedEndpoint(rest, rest)
                                    .filled(name -> WORDS.contains(name) ? word(name) : isNumber(name) ? "7" : "42");
                    String expected = operation.method() + " " + OTHER_NAMES.getOrDefault(published, published);
                    String template = EndpointTemplate.of(operation.method(), path);
                    tried++;
                    if (!template.equals(expected)) {
                        wrong.add(path + " is " + template + ", not " + expected);
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(700);
        assertThat(wrong).as("wrong of %d", tried).hasSizeLessThanOrEqualTo(tried / 100);
    }

    private static String word(String name) {
        return switch (name) {
            case "security_product" -> "dependabot_alerts";
            case "enablement" -> "enable_all";
            case "archive_format" -> "zip";
            default -> "java";
        };
    }

    private static boolean isNumber(String name) {
        return name.endsWith("_id") && !name.equals("client_id") && !name.equals("gist_id") && !name.equals("ghsa_id")
                || name.endsWith("_number");
    }
}
