package dev.perfagent.cli.command;

import dev.perfagent.chart.ProfiledRuns;
import dev.perfagent.chart.ProfiledRuns.Profiled;
import dev.perfagent.cli.view.dashboard.Flame;
import dev.perfagent.profile.SavedProfiles;
import dev.perfagent.serve.PageAnswer;
import dev.perfagent.tally.CommandName;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The flame graphs in the home, for a page in a file or a page that is served. */
final class FlameGraphs {
    /** Of a served flame graph: the profile, and the place of the graph among those of the profile. */
    private static final Pattern SERVED = Pattern.compile("profiles/([A-Za-z0-9-]{1,100})/(\\d{1,4})");

    private final SavedProfiles profiles;
    private final @Nullable Path page;

    /** @param page the file that links to them; null for a page that is served */
    FlameGraphs(Path home, @Nullable Path page) {
        this.profiles = SavedProfiles.in(home.toAbsolutePath());
        this.page = page == null ? null : page.toAbsolutePath();
    }

    /** Those of a command that are still there, the newest profile first. */
    List<Flame> of(CommandName command, ProfiledRuns profiled) {
        List<Flame> flames = new ArrayList<>();
        for (Profiled one : profiled.of(command)) {
            List<Path> files = files(one.profile());
            List<Flame.Graph> graphs = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                String href = page == null ? "profiles/" + one.profile() + "/" + i : href(files.get(i), page);
                graphs.add(new Flame.Graph(SavedProfiles.phase(files.get(i)), href));
            }
            if (!graphs.isEmpty()) {
                flames.add(new Flame(one.version(), one.start(), one.runs(), graphs));
            }
        }
        return flames;
    }

    private List<Path> files(String profile) {
        try {
            return profiles.flameGraphs(profile);
        } catch (IOException unreadable) {
            return List.of(); // a link to it would lead nowhere
        }
    }

    /** From one file to another, so that both can be moved together where they have a folder in common. */
    private static String href(Path to, Path page) {
        Path folder = page.getParent();
        if (folder == null || !folder.getRoot().equals(to.getRoot())) {
            return to.toUri().toString();
        }
        StringBuilder path = new StringBuilder();
        folder.normalize().relativize(to.normalize()).forEach(name -> path.append('/')
                .append(name));
        try {
            return "." + new URI(null, null, path.toString(), null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a path that begins with a slash is one of a URI", impossible);
        }
    }

    /** What is served under that name; null for nothing. */
    PageAnswer.@Nullable Source page(String name) {
        Matcher served = SERVED.matcher(name);
        if (!served.matches()) {
            return null;
        }
        List<Path> files = files(served.group(1));
        int place = Integer.parseInt(served.group(2));
        return place >= files.size()
                ? null
                : () -> new PageAnswer(
                        "text/html; charset=utf-8", "\"" + name + "\"", Files.readString(files.get(place)));
    }
}
