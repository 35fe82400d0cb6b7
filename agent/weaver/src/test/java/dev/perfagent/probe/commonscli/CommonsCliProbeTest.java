package dev.perfagent.probe.commonscli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perfagent.hook.Site;
import dev.perfagent.weave.HookCall;
import dev.perfagent.weave.RecordingHandoff;
import dev.perfagent.weave.WeavingLoader;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uses Commons CLI by reflection, because the woven copy is not the one that the test is compiled against. */
final class CommonsCliProbeTest {
    private final RecordingHandoff recording = RecordingHandoff.connected();

    @ParameterizedTest
    @CsvSource({
        "org.apache.commons.cli., DefaultParser",
        "org.example.shaded.commons.cli., DefaultParser",
        "org.apache.commons.cli., PosixParser",
        "org.example.shaded.commons.cli., GnuParser"
    })
    void namesOfOptionsAreReportedOnceAndNoValues(String actualPackage, String parser) throws Exception {
        parse(actualPackage, parser, "-t", "s3cret", "-v", "other");

        assertThat(recording.sequence()).containsExactly("enter COMMAND_PARSED", "exit COMMAND_PARSED");
        assertThat((String[]) recording.calls.get(1).result()).containsExactly("", "", "--token", "-v");
    }

    @ParameterizedTest
    @CsvSource({"org.apache.commons.cli., DefaultParser", "org.apache.commons.cli., PosixParser"})
    void aParseThatFailsIsReportedWithItsException(String actualPackage, String parser) {
        assertThat(catchThrowable(() -> parse(actualPackage, parser, "-v", "--unknown")))
                .isInstanceOf(InvocationTargetException.class);
        HookCall parsed = recording.at(Site.COMMAND_PARSED).get(1);
        assertThat((String[]) parsed.result()).containsExactly("", "", "-v");
        assertThat(parsed.thrown()).hasMessageContaining("--unknown");
    }

    private static void parse(String actualPackage, String parser, String... arguments) throws Exception {
        WeavingLoader loader = new WeavingLoader(
                WeavingLoader.weaver(null), "org/apache/commons/cli/", actualPackage.replace('.', '/'));
        Class<?> options = loader.loadClass(actualPackage + "Options");
        Object known = options.getConstructor().newInstance();
        options.getMethod("addOption", String.class, boolean.class, String.class)
                .invoke(known, "v", false, "");
        options.getMethod("addOption", String.class, String.class, boolean.class, String.class)
                .invoke(known, "t", "token", true, "");
        Class<?> type = loader.loadClass(actualPackage + parser);
        type.getMethod("parse", options, String[].class)
                .invoke(type.getConstructor().newInstance(), known, arguments);
    }
}
