package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.example.Pushed;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** HTTP/2 lets a server send answers for which nobody has asked. */
final class PushedIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void whatAServerPushesIsNoRequestOfTheClients(Jdk jdk) throws IOException {
        try (PushServer server = new PushServer()) {
            Twin twin = Twin.same(jdk, folder, jvm -> jvm.main(Pushed.class, server.address()), "quiet=true");

            assertThat(twin.with().out().lines()).containsExactly("HTTP_2 page", "/style pushed", "later");
            JsonNode hosts = twin.onlyRun().path("http");
            assertThat(hosts.size()).isEqualTo(1);
            assertThat(hosts.path(0).path("requests").asInt()).isEqualTo(2);
            assertThat(hosts.path(0).path("errors").asInt()).isZero();
        }
    }
}
