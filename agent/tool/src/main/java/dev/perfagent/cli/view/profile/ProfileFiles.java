package dev.perfagent.cli.view.profile;

import dev.perfagent.cli.output.Amount;
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
        StackUnit unit = new StackUnit(event, result.profiler().sampleMs(event));
        Map<String, Map<String, Long>> stacks = new LinkedHashMap<>();
        phases.forEach((name, phase) -> stacks.put(name, phase.stacks()));
        Files.writeString(folder.resolve(SavedProfiles.DESCRIPTION), RecordJson.of(ProfileJson.of(id, result, phases)));
        Files.writeString(folder.resolve("speedscope.json"), SpeedscopeJson.of(unit, stacks));
        Files.write(folder.resolve("pprof.pb.gz"), PprofFile.of(unit, stacks));
        Set<String> taken = new HashSet<>();
        for (Map.Entry<String, PhaseProfile> phase : phases.entrySet()) {
            String name = phase.getKey();
            Map<String, Long> drawn = unit.drawn(phase.getValue().stacks());
            if (!drawn.isEmpty()) {
                String page = FlameGraphHtml.of(title(name, unit, drawn, phase.getValue()), unit.words(), drawn);
                Files.writeString(folder.resolve(fileName(name, taken)), page);
            }
        }
    }

    private static String title(String phase, StackUnit unit, Map<String, Long> drawn, PhaseProfile profile) {
        long all = drawn.values().stream().mapToLong(Long::longValue).sum();
        String title = phase + ": " + unit.event().words() + ", " + Amount.count(all) + " " + unit.words();
        Double measured = unit.event() == ProfileEvent.CPU ? profile.cpuMs() : null;
        return measured == null
                ? title
                : title + "; " + Amount.millis(measured) + " measured, with the phases inside this one";
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
