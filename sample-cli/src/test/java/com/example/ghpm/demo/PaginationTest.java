package com.example.ghpm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PaginationTest {
    private static final String ISSUES = "/repos/acme-rockets/avionics/issues";

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

    @Test
    void aPageHasThirtyItemsUnlessAskedOtherwise() throws Exception {
        assertThat(browser.getWithToken(ISSUES).json()).hasSize(30);
        assertThat(browser.getWithToken(ISSUES + "?per_page=7").json()).hasSize(7);
        assertThat(browser.getWithToken(ISSUES + "?per_page=many").json()).hasSize(30);
    }

    @Test
    void aPageHasAtMostAHundredItems() throws Exception {
        String all = "/repos/acme-rockets/launchpad/issues?state=all&per_page=1000";
        assertThat(browser.getWithToken(all).json()).hasSize(48);
        assertThat(browser.getWithToken(all).header("link")).isEqualTo("(none)");
        assertThat(Page.MAX_SIZE).isEqualTo(100);
    }

    @Test
    void followingNextLeadsToEachOpenIssueOnce() throws Exception {
        Set<Integer> numbers = new LinkedHashSet<>();
        int pages = 0;
        int items = 0;
        Optional<String> next = Optional.of(ISSUES + "?per_page=20");
        while (next.isPresent()) {
            Browser.Answer answer = browser.getWithToken(next.get());
            answer.json().forEach(issue -> numbers.add(issue.path("number").asInt()));
            items += answer.json().size();
            pages++;
            next = answer.next();
        }
        assertThat(pages).isEqualTo(3);
        assertThat(numbers).hasSize(41);
        assertThat(items).isEqualTo(41);
    }

    @Test
    void linksNameTheRepositoryByItsIdAndKeepTheParameters() throws Exception {
        Browser.Answer first = browser.getWithToken(ISSUES + "?per_page=20&state=open");
        assertThat(first.header("link"))
                .matches("<http://127\\.0\\.0\\.1:\\d+/repositories/\\d+/issues\\?page=2&per_page=20&state=open>; "
                        + "rel=\"next\", <.*page=3.*>; rel=\"last\"");
        Browser.Answer last = browser.getWithToken(ISSUES + "?per_page=20&page=3");
        assertThat(last.header("link"))
                .contains("rel=\"prev\"", "rel=\"first\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void aPagePastTheEndIsEmpty() throws Exception {
        assertThat(browser.getWithToken(ISSUES + "?page=99").json()).isEmpty();
    }

    @Test
    void issuesAreFilteredByState() throws Exception {
        assertThat(browser.getWithToken(ISSUES + "?state=closed").json())
                .hasSize(12)
                .allSatisfy(issue -> assertThat(issue.path("state").asText()).isEqualTo("closed"));
        assertThat(browser.getWithToken(ISSUES + "?state=all&per_page=100").json())
                .hasSize(53);
    }

    @Test
    void repositoriesAreListedInPagesToo() throws Exception {
        Browser.Answer first = browser.getWithToken("/orgs/acme-rockets/repos?per_page=2");
        assertThat(first.json()).hasSize(2);
        assertThat(browser.getWithToken(first.next().orElseThrow()).json()).hasSize(1);
    }
}
