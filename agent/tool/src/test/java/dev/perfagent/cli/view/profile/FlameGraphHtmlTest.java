package dev.perfagent.cli.view.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FlameGraphHtmlTest {
    @Test
    void aFrameIsAsWideAsItsShare() throws IOException {
        String page = FlameGraphHtml.of(
                "parsing: CPU time", "samples", Map.of("a.Main.main;a.Json.parse", 90L, "a.Main.main;read", 10L));

        assertThat(page)
                .contains("<h1>parsing: CPU time</h1>", "n(", ",100)", "' samples'")
                .containsPattern("[un]\\(\\d+,90\\)");
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws IOException {
        String page = FlameGraphHtml.of("x", "samples", Map.of("a.Main.main", 1L));

        assertThat(page).contains("default-src 'none'").doesNotContainPattern("src\\s*=|@import|url\\(|fetch\\(|<link");
    }

    @Test
    void aWidthIsCalledByItsUnit() throws IOException {
        String page = FlameGraphHtml.of("x", "ms", Map.of("a.Main.main", 1L));

        assertThat(page).contains("'1 ms'", "' ms'").doesNotContain("1 sample", "' samples'");
    }

    @Test
    void noNameEndsTheScriptOrAText() throws IOException {
        String page = FlameGraphHtml.of("</h1><script>x()", "ms", Map.of("a.B.</script><script>alert(1);it's\\", 1L));

        assertThat(page.split("<script>", -1)).hasSize(3);
        assertThat(page).contains("it\\'s\\\\'");
    }
}
