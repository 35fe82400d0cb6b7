package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BuildCommandsTest {
    private static final String[] BEFORE = {
        "",
        " ",
        "\t",
        "   ",
        "\r",
        "\u00a0",
        "\u3000",
        "\ufeff",
        "\u200b",
        "\u0001",
        "\u001b[0m",
        " \u001b[31m ",
        "a\n",
        "a\r",
        "a\u2028",
        "a\u0085 "
    };

    @Test
    void noLineBeginsWithColons() {
        for (String before : BEFORE) {
            for (String command :
                    new String[] {"::error::x", "::set-output name=a::b", "::stop-commands::t", ":::", "::"}) {
                assertThat(BuildCommands.disarmed(before + command))
                        .isEqualTo(before + "\\u003a" + command.substring(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "##[error]x",
                "##vso[task.setvariable]x",
                "##teamcity[buildStop]",
                "##[set-env name=a]b",
                "###[x]"
            })
    void noCommandInHashesIsAnywhere(String command) {
        for (String before : new String[] {"", " ", "name ", "{\"a\":\"", "| "}) {
            assertThat(BuildCommands.disarmed(before + command))
                    .doesNotContainPattern("##[a-z]*\\[")
                    .contains("\\u0023");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a::b",
                "Owner::method",
                "# title",
                "## Phases",
                "##",
                "a ## [b]",
                "12:30",
                " : ",
                "--- a",
                "x\ny"
            })
    void whatCommandsNothingStays(String text) {
        assertThat(BuildCommands.disarmed(text)).isEqualTo(text);
    }

    @Test
    void textThatGoesOnBeginsNoLine() {
        assertThat(BuildCommands.disarmed("::a\n::b", false)).isEqualTo("::a\n\\u003a:b");
    }

    @Test
    void ownCommandsStayAndNoOtherIsInThem() {
        assertThat(BuildCommands.onlyOwn("::error title=a::##[b]\n::warning::c\n"))
                .isEqualTo("::error title=a::#\\u0023[b]\n::warning::c\n");
    }
}
