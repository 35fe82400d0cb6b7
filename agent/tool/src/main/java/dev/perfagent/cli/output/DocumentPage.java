package dev.perfagent.cli.output;

import java.util.List;

/** A document on a terminal or in a pipe. */
public final class DocumentPage {
    private DocumentPage() {}

    public static void write(Document document, Output out) {
        lines(document, out.screen()).forEach(out::line);
    }

    /** Its lines, safe and laid out. */
    public static List<String> lines(Document document, Screen screen) {
        Page page = new Page(screen);
        document.layOut(page);
        return page.lines();
    }
}
