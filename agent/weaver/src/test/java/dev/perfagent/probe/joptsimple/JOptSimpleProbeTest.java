package dev.perfagent.probe.joptsimple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perfagent.hook.Site;
import dev.perfagent.weave.HookCall;
import dev.perfagent.weave.RecordingHandoff;
import dev.perfagent.weave.WeavingLoader;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses JOpt Simple by reflection, because the woven copy is not the one that the test is compiled against. */
final class JOptSimpleProbeTest {
    private final RecordingHandoff recording = RecordingHandoff.connected();

    @ParameterizedTest
    @ValueSource(strings = {"joptsimple.", "org.example.shaded.joptsimple."})
    void theLongestNamesOfOptionsAreReportedAndNoValues(String actualPackage) throws Exception {
        parse(actualPackage, "-v", "-q", "s3cret");

        assertThat(recording.sequence()).containsExactly("enter COMMAND_PARSED", "exit COMMAND_PARSED");
        assertThat((String[]) recording.calls.get(1).result()).containsExactly("", "", "--verbose", "-q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"joptsimple.", "org.example.shaded.joptsimple."})
    void aParseThatFailsIsReportedWithItsException(String actualPackage) {
        assertThat(catchThrowable(() -> parse(actualPackage, "--unknown")))
                .isInstanceOf(InvocationTargetException.class);
        HookCall parsed = recording.at(Site.COMMAND_PARSED).get(1);
        assertThat(parsed.thrown()).isNotNull();
    }

    private static void parse(String actualPackage, String... arguments) throws Exception {
        WeavingLoader loader =
                new WeavingLoader(WeavingLoader.weaver(null), "joptsimple/", actualPackage.replace('.', '/'));
        Class<?> type = loader.loadClass(actualPackage + "OptionParser");
        Object parser = type.getConstructor().newInstance();
        type.getMethod("acceptsAll", List.class).invoke(parser, List.of("v", "verbose"));
        type.getMethod("accepts", String.class).invoke(parser, "q");
        type.getMethod("nonOptions", String.class).invoke(parser, "files");
        type.getMethod("parse", String[].class).invoke(parser, (Object) arguments);
    }
}
