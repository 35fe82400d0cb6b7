package dev.perfagent.observe.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProcessObserverTest {
    @ParameterizedTest
    @CsvSource({
        "/usr/bin/git, /, git",
        "git, /, git",
        "./gradlew, /, gradlew",
        "'C:\\Program Files\\Git\\git.exe', \\, git.exe",
        "C:/tools/git.exe, \\, git.exe",
        "a\\b, /, a\\b",
        "/usr/bin/, /, unknown",
        "'', /, unknown"
    })
    void aNameIsWithoutItsFolder(String program, char separator, String name) {
        assertThat(ProcessObserver.fileName(program, separator)).isEqualTo(name);
    }
}
