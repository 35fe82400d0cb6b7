package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/customers/42/invoices, /v1/customers/{id}/invoices",
        "/api/v4/projects/278964/issues?private_token=x, /api/v4/projects/{id}/issues",
        "/oauth2/token, /oauth2/token",
        "/rest/api/2/issue/PROJ-1234, /rest/api/{id}/issue/{id}",
        "/objects/0123456789abcdef0123456789abcdef01234567, /objects/{id}",
        "/objects/d41d8cd98f00b204e9800998ecf8427e, /objects/{id}",
        "/objects/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, /objects/{id}",
        "/objects/123e4567-e89b-12d3-a456-426614174000, /objects/{id}",
        "/objects/abc123f, /objects/{id}",
        "/services/T00000000/B00000000/xXy7, /services/{id}/{id}/{id}",
        "/bot123:ABC-def/send, /{id}/send",
        "/mail/a@b.org, /mail/{id}",
        "/a%20b/c, /{id}/c",
        "/maven2/org/5.10.0/../x, /maven2/org/{id}/{id}/x",
        "/feed/cafe, /feed/cafe",
        "/Users, /Users",
        "'', /",
        "///, /",
    })
    void valuesFoldAndNamesStay(String path, String template) {
        assertThat(PathTemplate.of("GET", path)).isEqualTo("GET " + template);
    }

    @Test
    void aLongSegmentFolds() {
        assertThat(PathTemplate.of("PUT", "/x/" + "a".repeat(33))).isEqualTo("PUT /x/{id}");
    }

    @Test
    void aLongPathIsCut() {
        assertThat(PathTemplate.of("GET", "/abcdefghijklmnopqrstuvwxyz".repeat(1000)))
                .endsWith("/{rest}")
                .hasSizeLessThan(256);
        assertThat(PathTemplate.of("GET", "/a".repeat(1000))).isEqualTo("GET " + "/a".repeat(24) + "/{rest}");
    }
}
