package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, '\n', '\r', '\t', '\b', 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x61c, 0x200b, 0x200e, 0x2028, 0x2029, 0x202a,
                0x202e, 0x2066, 0x2069, 0xfeff, 0xd800, 0xdc00, 0xe000
            })
    void whatDoesNotShowAsItselfIsEscaped(int c) {
        String hex = Integer.toHexString(0x10000 + c).substring(1);

        assertThat(TerminalText.escape("a" + (char) c + "b", true)).isEqualTo("a\\u" + hex + "b");
        assertThat(TerminalText.escape("a" + (char) c + "b", false)).isEqualTo("a\\u" + hex + "b");
    }

    @Test
    void lettersOfAllScriptsShowWhereTheyCan() {
        assertThat(TerminalText.escape("größe 大小 🚀", true)).isEqualTo("größe 大小 🚀");
        assertThat(TerminalText.escape("größe 🚀", false)).isEqualTo("gr\\u00f6\\u00dfe \\ud83d\\ude80");
    }

    @Test
    void invisibleTagsAreEscapedAsPairs() {
        assertThat(TerminalText.escape("\udb40\udc41", true)).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void veryLongTextIsCut() {
        assertThat(TerminalText.escape("x".repeat(1_000_000), true))
                .isEqualTo("x".repeat(TerminalText.MAX_LENGTH) + "...");
        assertThat(TerminalText.escape("x".repeat(TerminalText.MAX_LENGTH), true))
                .hasSize(TerminalText.MAX_LENGTH);
    }
}
