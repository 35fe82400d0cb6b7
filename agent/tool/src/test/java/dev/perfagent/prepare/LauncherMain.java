package dev.perfagent.prepare;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Launches the command it is given, on its own console. */
final class LauncherMain {
    private LauncherMain() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        String toolOptions = environment.remove("FOR_THE_COMMAND");
        if (toolOptions != null) {
            environment.put("JAVA_TOOL_OPTIONS", toolOptions);
        }
        List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
        int code = new ConsoleLauncher(System.err)
                .run(new MeasuredCommand(words, environment), Boolean.parseBoolean(arguments[0]));
        System.err.println("code " + code);
    }
}
