package dev.perfagent.probe.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perfagent.probe.Hook;
import dev.perfagent.weave.JdkClass;
import dev.perfagent.weave.RecordingHandoff;
import dev.perfagent.weave.WeavingLoader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

final class MainProbeTest {
    private static final String MAINS = "com.example.cli.Mains$";

    private final RecordingHandoff recording = RecordingHandoff.connected();

    @Test
    void mainIsReportedOnce() throws Exception {
        loader("Standard").call(MAINS + "Standard", "main", (Object) new String[0]);

        assertThat(recording.sequence()).containsExactly("enter MAIN", "exit MAIN");
        assertThat(recording.calls.get(1).token()).isEqualTo("token 1");
    }

    @Test
    void whatMainThrowsIsReportedAndStillThrown() throws Exception {
        WeavingLoader loader = loader("Standard");
        InvocationTargetException thrown = catchThrowableOfType(
                InvocationTargetException.class,
                () -> loader.call(MAINS + "Standard", "main", (Object) new String[] {"broken"}));

        assertThat(thrown).cause().isSameAs(recording.calls.get(1).thrown()).hasMessage("broken");
    }

    @Test
    void anInheritedMainIsFound() throws Exception {
        WeavingLoader loader = loader("Inheriting");
        loader.loadClass(MAINS + "Inheriting");
        loader.call(MAINS + "Standard", "main", (Object) new String[0]);

        assertThat(recording.sequence()).containsExactly("enter MAIN", "exit MAIN");
    }

    @Test
    void mainNeedsNoArguments() throws Exception {
        loader("NoArguments").call(MAINS + "NoArguments", "main");

        assertThat(recording.sequence()).containsExactly("enter MAIN", "exit MAIN");
    }

    @Test
    void mainMayBeAnInstanceMethod() throws Exception {
        Class<?> type = loader("Instance").loadClass(MAINS + "Instance");
        Object instance = type.getConstructor().newInstance();
        Method main = type.getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(instance, (Object) new String[0]);

        assertThat(recording.sequence())
                .containsExactly("enter MAIN_OBJECT", "exit MAIN_OBJECT", "enter MAIN", "exit MAIN");
    }

    @Test
    void aConstructorThatThrowsIsNotLeft() throws Exception {
        Class<?> type = loader("Unmade").loadClass(MAINS + "Unmade");

        assertThatThrownBy(() -> type.getConstructor().newInstance()).hasRootCauseMessage("unmade");

        assertThat(recording.sequence()).containsExactly("enter MAIN_OBJECT");
    }

    @Test
    void otherClassesAreLeftAlone() throws Exception {
        loader("Standard").call(MAINS + "NoArguments", "main");

        assertThat(recording.calls).isEmpty();
    }

    @Test
    void theEndOfTheJvmIsReported() {
        assertThat(JdkClass.hooksWoven("java/lang/Shutdown"))
                .containsExactlyInAnyOrder("exit enter", "halt enter", "shutdown exit");
    }

    @Test
    void withoutAnExitCodeOfOurOwnTheJvmsIsLeftAlone() {
        assertThat(ShutdownProbe.of(false).classes().get(0).hooks())
                .extracting(Hook::method)
                .containsExactly("exit", "halt");
    }

    private static WeavingLoader loader(String main) {
        return new WeavingLoader(WeavingLoader.weaver(MAINS + main));
    }
}
