package dev.perfagent.agent;

import dev.perfagent.plan.Settings;
import dev.perfagent.plan.SettingsReader;
import dev.perfagent.plan.Weaver;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts behind the isolated loader, and the only place that knows their class names. */
final class ColdPath {
    private static final String READER = "dev.perfagent.config.ConfigReader";
    private static final String WEAVER = "dev.perfagent.weave.ByteBuddyWeaver";

    private final ClassLoader loader;

    ColdPath(ClassLoader loader) {
        this.loader = loader;
    }

    ClassLoader loader() {
        return loader;
    }

    /** The settings of that folder; the standard ones when there is none. */
    Settings settings(@Nullable String folder, List<String> problems) throws ReflectiveOperationException {
        if (folder == null) {
            return Settings.STANDARD;
        }
        File file = new File(folder);
        if (!file.isDirectory()) {
            problems.add(folder + ": there is no such config folder; everything has its defaults");
            return Settings.STANDARD;
        }
        return Class.forName(READER, true, loader)
                .asSubclass(SettingsReader.class)
                .getConstructor()
                .newInstance()
                .read(file, problems);
    }

    Weaver weaver(Settings settings, @Nullable String mainClass) throws ReflectiveOperationException {
        return Class.forName(WEAVER, true, loader)
                .asSubclass(Weaver.class)
                .getConstructor(Settings.class, String.class)
                .newInstance(settings, mainClass);
    }
}
