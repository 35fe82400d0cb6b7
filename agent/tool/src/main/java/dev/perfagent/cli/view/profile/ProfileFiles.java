package dev.perfagent.cli.view.profile;

import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.profile.PhaseProfile;
import dev.perfagent.profile.ProfileEvent;
import dev.perfagent.profile.ProfileSession;
import dev.perfagent.profile.SavedProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The files of a profile, beside its collapsed stacks. */
public final class ProfileFiles {
    private ProfileFiles() {}

    public static void write(Path folder, String id, ProfileSession.Result result, Map<String, PhaseProfile> phases)
            throws IOException {
        ProfileEvent event = result.profile().event();
        Map<String, Map<String, Long>> stacks = new LinkedHashMap<>();
        phases.forEach((name, phase) -> stacks.put(name, phase.stacks()));
        Files.writeString(folder.resolve("profile.json"), RecordJson.of(ProfileJson.of(id, result, phases)));
        Files.writeString(folder.resolve("speedscope.json"), SpeedscopeJson.of(event, stacks));
        Files.write(folder.resolve("pprof.pb.gz"), PprofFile.of(event, stacks));
        Set<String> taken = new HashSet<>();
        for (Map.Entry<String, Map<String, Long>> phase : stacks.entrySet()) {
            String name = phase.getKey();
            if (!phase.getValue().isEmpty()) {
                String page = FlameGraphHtml.of(name + ": " + event.words(), phase.getValue());
                Files.writeString(folder.resolve(fileName(name, taken)), page);
            }
        }
    }

    /** Of characters that each file system and shell takes. */
    private static String fileName(String phase, Set<String> taken) {
        String plain = phase.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-|-$", "");
        String name = plain;
        for (int i = 2; !taken.add(name); i++) {
            name = plain + "-" + i;
        }
        return SavedProfiles.flameFile(name);
    }
}
