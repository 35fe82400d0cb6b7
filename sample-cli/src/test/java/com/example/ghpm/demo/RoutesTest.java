package com.example.ghpm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutesTest {
    private static final String REPOSITORY = "/repos/acme-rockets/launchpad";

    private DemoApi api;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        api = DemoApi.start(DemoSettings.fast());
        browser = new Browser(api);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/meta",
                "/user",
                "/rate_limit",
                "/users/ada",
                "/users/acme-rockets/repos",
                "/orgs/acme-rockets",
                "/organizations/9001/repos",
                REPOSITORY,
                REPOSITORY + "/labels",
                REPOSITORY + "/labels/size:%20large",
                REPOSITORY + "/issues/3",
                REPOSITORY + "/issues/3/labels",
                REPOSITORY + "/issues/3/comments"
            })
    void whatItServes(String path) throws Exception {
        assertThat(browser.getWithToken(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/user/repos",
                "/users/nobody",
                "/orgs/other",
                "/orgs/acme-rockets/teams",
                "/repos/acme-rockets",
                "/repos/acme-rockets/other",
                "/repositories/1/issues",
                REPOSITORY + "/pulls",
                REPOSITORY + "/issues/999",
                REPOSITORY + "/issues/3/events",
                REPOSITORY + "/labels/other"
            })
    void whatItDoesNotServe(String path) throws Exception {
        Browser.Answer answer = browser.getWithToken(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("etag")).isEqualTo("(none)");
    }

    @Test
    void aTokenThatIsNotValidIsRefused() throws Exception {
        Browser.Answer answer = browser.get("/user", "Authorization", "token invalid");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("message").asText()).isEqualTo("Bad credentials");
    }

    @Test
    void anIssueIsChangedInPlace() throws Exception {
        String issue = REPOSITORY + "/issues/3";
        String before = browser.getWithToken(issue).header("etag");
        write(
                issue,
                "PATCH",
                "{\"state\":\"closed\",\"assignees\":[\"sergei\",\"nobody\"],\"labels\":[\"blocked\"]}",
                200);
        Browser.Answer after = browser.getWithToken(issue);
        assertThat(after.header("etag")).isNotEqualTo(before);
        assertThat(after.json().path("state").asText()).isEqualTo("closed");
        assertThat(after.json().at("/assignee/login").asText()).isEqualTo("sergei");
        assertThat(after.json().path("assignees")).hasSize(1);
        assertThat(after.json().at("/labels/0/name").asText()).isEqualTo("blocked");
    }

    @Test
    void labelsAndCommentsAreAdded() throws Exception {
        String issue = REPOSITORY + "/issues/3";
        int labels = browser.getWithToken(issue).json().path("labels").size();
        int comments = browser.getWithToken(issue).json().path("comments").asInt();
        JsonNode answer = write(issue + "/labels", "POST", "{\"labels\":[\"blocked\",\"brand new\"]}", 200);
        assertThat(answer).hasSize(labels + 2);
        write(issue + "/comments", "POST", "{\"body\":\"hello\"}", 201);
        assertThat(browser.getWithToken(issue).json().path("comments").asInt()).isEqualTo(comments + 1);
        assertThat(browser.getWithToken(issue + "/comments")
                        .json()
                        .at("/0/body")
                        .asText())
                .isEqualTo("hello");
        assertThat(browser.getWithToken(REPOSITORY + "/labels/brand%20new").status())
                .isEqualTo(200);
    }

    @Test
    void aLabelIsCreatedOnce() throws Exception {
        write(REPOSITORY + "/labels", "POST", "{\"name\":\"fresh\",\"color\":\"ffffff\"}", 201);
        write(REPOSITORY + "/labels", "POST", "{\"name\":\"fresh\",\"color\":\"ffffff\"}", 422);
    }

    private JsonNode write(String path, String method, String body, int expected) throws Exception {
        Browser.Answer answer = browser.send(path, method, body, "Authorization", "token t");
        assertThat(answer.status()).isEqualTo(expected);
        return answer.json();
    }
}
