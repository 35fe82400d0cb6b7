package dev.perfagent.probe.jcommander;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perfagent.hook.Site;
import dev.perfagent.weave.HookCall;
import dev.perfagent.weave.RecordingHandoff;
import dev.perfagent.weave.WeavingLoader;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses JCommander by reflection, because the woven copy is not the one that the test is compiled against. */
final class JCommanderProbeTest {
    private final RecordingHandoff recording = RecordingHandoff.connected();

    @ParameterizedTest
    @ValueSource(strings = {"com.beust.jcommander.", "org.example.shaded.jcommander."})
    void theProgramAndTheSubCommandAreReported(String actualPackage) throws Exception {
        Object tool = tool(actualPackage);
        parse(tool, "parse", "remote");

        assertThat(recording.sequence()).containsExactly("enter COMMAND_PARSED", "exit COMMAND_PARSED");
        assertThat((String[]) recording.calls.get(1).result()).containsExactly("tool", "remote");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parse", "parseWithoutValidation"})
    void aParseThatFailsIsReportedWithItsException(String method) throws Exception {
        Object tool = tool("com.beust.jcommander.");

        assertThat(catchThrowable(() -> parse(tool, method, "remote", "--unknown")))
                .isInstanceOf(InvocationTargetException.class);
        HookCall parsed = recording.at(Site.COMMAND_PARSED).get(1);
        assertThat((String[]) parsed.result()).containsExactly("tool", "remote");
        assertThat(parsed.thrown()).hasMessageContaining("--unknown");
    }

    private static Object tool(String actualPackage) throws Exception {
        WeavingLoader loader =
                new WeavingLoader(WeavingLoader.weaver(null), "com/beust/jcommander/", actualPackage.replace('.', '/'));
        Class<?> type = loader.loadClass(actualPackage + "JCommander");
        Object tool = type.getConstructor().newInstance();
        type.getMethod("setProgramName", String.class).invoke(tool, "tool");
        type.getMethod("addCommand", String.class, Object.class).invoke(tool, "remote", new Object());
        return tool;
    }

    private static void parse(Object tool, String method, String... arguments) throws Exception {
        tool.getClass().getMethod(method, String[].class).invoke(tool, (Object) arguments);
    }
}
