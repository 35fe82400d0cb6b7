package dev.perfagent.probe.args4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perfagent.hook.Site;
import dev.perfagent.weave.RecordingHandoff;
import dev.perfagent.weave.WeavingLoader;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses args4j by reflection, because the woven copy is not the one that the test is compiled against. */
final class Args4jProbeTest {
    private final RecordingHandoff recording = RecordingHandoff.connected();

    @ParameterizedTest
    @ValueSource(strings = {"org.kohsuke.args4j.", "org.example.shaded.args4j."})
    void aParseIsReportedWithItsWordsAndItsException(String actualPackage) {
        String[] words = {"--unknown"};

        assertThat(catchThrowable(() -> parse(actualPackage, words))).isInstanceOf(InvocationTargetException.class);
        assertThat(recording.sequence()).containsExactly("enter COMMAND_PARSED", "exit COMMAND_PARSED");
        assertThat(recording.at(Site.COMMAND_PARSED).get(0).argument()).isEqualTo(words);
        assertThat(recording.at(Site.COMMAND_PARSED).get(1).thrown()).isNotNull();
    }

    private static void parse(String actualPackage, String... arguments) throws Exception {
        WeavingLoader loader =
                new WeavingLoader(WeavingLoader.weaver(null), "org/kohsuke/args4j/", actualPackage.replace('.', '/'));
        Class<?> type = loader.loadClass(actualPackage + "CmdLineParser");
        Object parser = type.getConstructor(Object.class).newInstance(new Object());
        type.getMethod("parseArgument", String[].class).invoke(parser, (Object) arguments);
    }
}
