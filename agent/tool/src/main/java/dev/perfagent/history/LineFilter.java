package dev.perfagent.history;

import java.nio.charset.StandardCharsets;

/** Passes over lines that cannot be meant before they are parsed: looking for one run would else parse them all. */
interface LineFilter {
    LineFilter ALL = (bytes, offset, length) -> true;

    boolean mayHold(byte[] bytes, int offset, int length);

    /** Lines with this text in them. */
    static LineFilter containing(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        return (bytes, offset, length) -> {
            int last = offset + length - wanted.length;
            for (int from = offset; from <= last; from++) {
                int matching = 0;
                while (matching < wanted.length && bytes[from + matching] == wanted[matching]) {
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
