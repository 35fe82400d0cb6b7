package dev.perfagent.history;

import java.nio.charset.StandardCharsets;

/** Passes over lines that cannot be meant before they are parsed: looking for one run would else parse them all. */
interface LineFilter {
    LineFilter ALL = (line, length) -> true;

    boolean mayHold(byte[] line, int length);

    /** Lines with this text in them. */
    static LineFilter containing(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        return (line, length) -> {
            for (int from = 0; from + wanted.length <= length; from++) {
                int matching = 0;
                while (matching < wanted.length && line[from + matching] == wanted[matching]) {
                    matching++;
                }
                if (matching == wanted.length) {
                    return true;
                }
            }
            return false;
        };
    }
}
