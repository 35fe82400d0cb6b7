package dev.perfagent.probe.picocli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.weave.HookCall;
import dev.perfagent.weave.RecordingHandoff;
import dev.perfagent.weave.WeavingLoader;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PicocliProbeTest {
    private final RecordingHandoff recording = RecordingHandoff.connected();

    @Test
    void aRunIsToldWithItsProgramAndExitCode() throws Exception {
        int exitCode = run("picocli.", "remote", "--force", "add", "--name", "secret", "positional");

        List<HookCall> execute = recording.at(Site.COMMAND_ENTERED);
        assertThat(exitCode).isEqualTo(7);
        assertThat(execute).hasSize(2);
        assertThat(execute.get(0).self()).isEqualTo("tool");
        assertThat(execute.get(1).result()).isEqualTo(7);
        assertThat(execute.get(1).thrown()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"picocli.", "org.junit.platform.console.shadow.picocli.", "groovyjarjarpicocli."})
    void theLeafAndTheNamesOfOptionsAreToldAndNoValues(String actualPackage) throws Exception {
        run(actualPackage, "remote", "--force", "add", "-n", "secret", "-n", "other", "positional");

        assertThat(recording.sequence())
                .containsExactly(
                        "enter COMMAND_ENTERED", "enter COMMAND_PARSED", "exit COMMAND_PARSED", "exit COMMAND_ENTERED");
        assertThat((String[]) recording.calls.get(2).result())
                .containsExactly("tool", "remote add", "--force", "--name");
    }

    @Test
    void aParseThatFailsIsToldWithItsException() throws Exception {
        int exitCode = run("picocli.", "--unknown");

        HookCall parsed = recording.at(Site.COMMAND_PARSED).get(1);
        assertThat(exitCode).isEqualTo(2);
        assertThat((String[]) parsed.result()).as("whose command line is wrong").containsExactly("tool", "");
        assertThat(parsed.thrown()).isNotNull();
        assertThat(recording.at(Site.COMMAND_ENTERED).get(1).result()).isEqualTo(2);
    }

    /** PDFBox's {@code fromtext} is {@code texttopdf} in its annotation. */
    @Test
    void aCommandHasTheNameUnderWhichItIsRegistered() throws Exception {
        run("picocli.", "fromtext");

        assertThat((String[]) recording.calls.get(2).result()).containsExactly("tool", "fromtext");
    }

    @Test
    void anAliasIsTheSameCommand() throws Exception {
        run("picocli.", "remote", "plus", "positional");

        assertThat((String[]) recording.calls.get(2).result()).containsExactly("tool", "remote add");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--unknown", "--name"})
    void optionsBeforeAParseErrorAreKept(String wrong) throws Exception {
        int exitCode = run("picocli.", "remote", "--force", "add", "-n", "secret", "positional", wrong);

        HookCall parsed = recording.at(Site.COMMAND_PARSED).get(1);
        assertThat(exitCode).isEqualTo(2);
        assertThat((String[]) parsed.result()).containsExactly("tool", "remote add", "--force", "--name");
    }

    private static int run(String actualPackage, String... arguments) throws Exception {
        WeavingLoader loader =
                new WeavingLoader(WeavingLoader.weaver(null), "picocli/", actualPackage.replace('.', '/'));
        return (int) Objects.requireNonNull(loader.call("com.example.cli.PicocliTool", "run", (Object) arguments));
    }
}
