package dev.perfagent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
    @Test
    void wordsAreThoseThatAShellHasAndNothingIsExpanded() {
        assertThat(ShellWords.of("ghpm  list --all")).containsExactly("ghpm", "list", "--all");
        assertThat(ShellWords.of("a 'b c' \"d e\" f\\ g")).containsExactly("a", "b c", "d e", "f g");
        assertThat(ShellWords.of("--name='x'\"y\"z ''")).containsExactly("--name=xyz", "");
        assertThat(ShellWords.of("\"a\\\"b\" 'a\\b' \"a\\b\"")).containsExactly("a\"b", "a\\b", "a\\b");
        assertThat(ShellWords.of("echo $HOME *.txt | wc")).containsExactly("echo", "$HOME", "*.txt", "|", "wc");
        assertThat(ShellWords.of(" ")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo 'a", "echo \"a", "a\"b\\\""})
    void aQuoteThatIsNotClosedIsReported(String line) {
        assertThatThrownBy(() -> ShellWords.of(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }
}
