package dev.perfagent.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OptionTextTest {
    private static final List<String> OPTIONS = List.of("-javaagent:a \"b\".jar=home=x", "-Da=C:\\x", "-ea");

    @Test
    void aFileHasAnOptionALine() {
        assertThat(OptionText.file(OPTIONS))
                .isEqualTo("\"-javaagent:a \\\"b\\\".jar=home=x\"\n\"-Da=C:\\\\x\"\n\"-ea\"\n");
    }

    @Test
    void aVariableHasThemInOneLine() {
        assertThat(OptionText.variable(OPTIONS))
                .isEqualTo("\"-javaagent:a \"'\"'\"b\"'\"'\".jar=home=x\" -Da=C:\\x -ea");
    }
}
