package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkHeaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://api.github.com/repositories/1/issues?page=2>; rel=\"next\", <https://x?page=9>; rel=\"last\"",
                "<https://x?page=1>; rel=\"prev\", <https://x?page=3>; rel=\"next\"",
                "<https://x?page=3>; rel=next",
                "<https://x?page=3>;rel=next,<y>;rel=last",
                "<https://x?page=3>; title=\"a \\\" b\"; REL = \"last NEXT\"",
                "<https://x?a=1;rel=last>; rel=\"next\"",
            })
    void aNextPageIsSeen(String link) {
        assertThat(LinkHeader.hasNext(link)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<https://x?page=1>; rel=\"prev\", <https://x?page=9>; rel=\"last\"",
                "<https://x/?a=;rel=next>; rel=\"prev\"",
                "<https://x>; title=\"; rel=next\"; rel=last",
                "<https://x>; rel=\"nextpage\"",
                "<https://x>; rel=\"prev-next\"",
                "<https://x>; rels=next",
                "<https://x; rel=next",
                "<https://x>; rel=",
                "<https://x>; rel=\"",
            })
    void withoutOneThereIsNone(String link) {
        assertThat(LinkHeader.hasNext(link)).isFalse();
    }
}
