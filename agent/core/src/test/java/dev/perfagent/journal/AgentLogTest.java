package dev.perfagent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLogTest {
    @TempDir
    private Path folder;

    @Test
    void whatComesFromOutsideNeitherControlsATerminalNorBeginsALine() throws IOException {
        AgentLog log = new AgentLog(Home.at(folder.toFile()));

        log.report("label 'a\u001b[2J\u202e\r\n::error::b' is not NAME=VALUE");
        log.report("reading\u0007", new IllegalStateException("c\u001b[31m\n##[error]d"));

        assertThat(Files.readString(folder.resolve("agent.log")))
                .contains("label 'a\\u001b[2J\\u202e\\u000d\\u000a::error::b' is not NAME=VALUE\n")
                .contains("reading\\u0007: java.lang.IllegalStateException: c [31m #\\u0023[error]d\n    at ");
    }
}
