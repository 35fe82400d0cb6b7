package dev.perfagent.dist.fuzz;

import java.util.ArrayList;
import java.util.List;

/** The annotations of GitHub Actions that the agent means to print, worked out from its log of alerts. */
public final class OwnAnnotations {
    private static final List<String> SIGNS = List.of("\u26a0\ufe0f  ", "\ud83d\udca1 ");
    private static final int LONGEST_TITLE = 200;

    private OwnAnnotations() {}

    /** The lines, without line ends. */
    public static List<String> of(String alertLog) {
        List<String> annotations = new ArrayList<>();
        for (String block : alertLog.split("\n\n", -1)) {
            List<String> lines = block.lines().toList();
            if (lines.size() > 2) {
                annotations.add(annotation(lines));
            }
        }
        return annotations;
    }

    /** @param lines when, what and of which run; the title; what is below it */
    private static String annotation(List<String> lines) {
        String[] first = lines.get(0).split(" ", 5);
        String application = first[4].substring(0, first[4].indexOf(": ")).replace("\\u003a ", ": ");
        String title = lines.get(1);
        for (String sign : SIGNS) {
            title = title.startsWith(sign) ? title.substring(sign.length()) : title;
        }
        List<String> details =
                lines.subList(2, lines.size()).stream().map(String::strip).toList();
        return "::" + (first[1].equals("critical") ? "error" : "warning") + " title="
                + escaped(cut(application + ": " + title)).replace(":", "%3A").replace(",", "%2C") + "::"
                + escaped(String.join("\n", details));
    }

    private static String cut(String title) {
        if (title.length() <= LONGEST_TITLE) {
            return title;
        }
        boolean insidePair = Character.isHighSurrogate(title.charAt(LONGEST_TITLE - 1));
        return title.substring(0, insidePair ? LONGEST_TITLE - 1 : LONGEST_TITLE) + "...";
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
