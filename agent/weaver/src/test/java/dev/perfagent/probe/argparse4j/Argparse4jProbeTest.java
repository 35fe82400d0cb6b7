package dev.perfagent.probe.argparse4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.weave.RecordingHandoff;
import dev.perfagent.weave.WeavingLoader;
import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses argparse4j by reflection, because the woven copy is not the one that the test is compiled against. */
final class Argparse4jProbeTest {
    private final RecordingHandoff recording = RecordingHandoff.connected();

    @ParameterizedTest
    @ValueSource(strings = {"net.sourceforge.argparse4j.", "org.example.shaded.argparse4j."})
    void theProgramAndTheLongestNamesOfOptionsAreReportedAndNoValues(String actualPackage) throws Exception {
        WeavingLoader loader = new WeavingLoader(
                WeavingLoader.weaver(null), "net/sourceforge/argparse4j/", actualPackage.replace('.', '/'));
        Method made = loader.loadClass(actualPackage + "ArgumentParsers").getMethod("newFor", String.class);
        Object builder = made.invoke(null, "tool");
        Object parser = builder.getClass().getMethod("build").invoke(builder);
        Class<?> type = loader.loadClass(actualPackage + "inf.ArgumentParser");
        type.getMethod("addArgument", String[].class).invoke(parser, (Object) new String[] {"-t", "--token"});
        type.getMethod("parseArgs", String[].class).invoke(parser, (Object) new String[] {"-t", "s3cret"});

        assertThat(recording.sequence()).containsExactly("enter COMMAND_PARSED", "exit COMMAND_PARSED");
        assertThat((String[]) recording.calls.get(1).result()).containsExactly("tool", "", "--token");
    }
}
