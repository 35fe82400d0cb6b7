package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.example.asynchttpclient.DefaultAsyncHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run without requests would look as if it had sent none. */
final class UnobservedClientIT {
    private static final String REASON = "requests of this client are not recorded";

    @TempDir
    private Path folder;

    @Test
    void aClientThatIsLoadedAndNotRecordedIsNamedInTheLogAndByExplain() {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .agent(home.option())
                .main(DefaultAsyncHttpClient.class)
                .run();
        String explained = ToolHere.run(home, "explain").out();

        assertThat(ended.out().strip()).isEqualTo("sent");
        assertThat(ended.stderr()).isEmpty();
        assertThat(home.agentLog()).contains("AsyncHttpClient", REASON);
        assertThat(explained.replaceAll("\\s+", " ")).contains("AsyncHttpClient", REASON);
    }
}
