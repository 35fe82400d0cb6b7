package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.spi.ToolProvider;
import tools.jackson.databind.JsonNode;

/** The same application run without the agent and with it. */
record Twin(Jvm.Ended without, Jvm.Ended with, AgentHome home) {
    /**
     * Runs both, one after the other, and checks that nobody outside sees a difference.
     *
     * @param folder gets the agent's home as {@code home}
     * @param application what to start
     * @param options of the agent, beside its home
     */
    static Twin same(Jdk jdk, Path folder, UnaryOperator<Jvm> application, String... options) {
        Twin twin = run(jdk, folder, application, options);
        twin.assertSame();
        assertThat(twin.home.agentLog()).isEmpty();
        return twin;
    }

    /** Runs both, one after the other. */
    static Twin run(Jdk jdk, Path folder, UnaryOperator<Jvm> application, String... options) {
        Jvm.Ended without = application.apply(Jvm.on(jdk, folder)).run();
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm measured = Jvm.on(jdk, folder)
                .agent(options.length == 0 ? home.option() : home.option() + "," + String.join(",", options));
        return new Twin(without, application.apply(measured).run(), home);
    }

    /** The same output and the same exit code. */
    void assertSame() {
        assertThat(with.out()).isEqualTo(without.out());
        assertThat(with.stderr()).isEqualTo(without.stderr());
        assertThat(with.exitCode()).isEqualTo(without.exitCode());
    }

    /** The one run in the history. */
    JsonNode onlyRun() {
        return home.onlyRun();
    }

    /** Runs a tool of the JDK that the tests run on. */
    static void tool(String name, String... arguments) {
        int code = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
        assertThat(code).as(name).isZero();
    }

    /** A config folder with that one file, as an agent option. */
    static String config(Path folder, String name, String text) {
        try {
            Path config = Files.createDirectories(folder.resolve("config"));
            Files.writeString(config.resolve(name), text);
            return "config=" + config;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
