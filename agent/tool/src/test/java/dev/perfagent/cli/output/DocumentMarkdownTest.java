package dev.perfagent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentMarkdownTest {
    @Test
    void textStaysText() {
        assertThat(DocumentMarkdown.safe("a|b <img src=x onerror=y> **c** [d](e) `f` @ada #1 \u001b[0m"))
                .isEqualTo("a&#124;b &#60;img src=x onerror=y&#62; \\*\\*c\\*\\* \\[d\\](e) \\`f\\` &#64;ada \\#1 "
                        + "\\\\u001b\\[0m");
    }

    @Test
    void ordinaryTextIsLeftAlone() {
        assertThat(DocumentMarkdown.safe("setup complete, 99.5% (1,234 runs): 2.5 s"))
                .isEqualTo("setup complete, 99.5% (1,234 runs): 2.5 s");
    }
}
