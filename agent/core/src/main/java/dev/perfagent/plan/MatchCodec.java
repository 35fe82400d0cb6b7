package dev.perfagent.plan;

import java.util.ArrayList;
import java.util.List;

/** What rules matched, as bytes. */
final class MatchCodec {
    private MatchCodec() {}

    static byte[] write(List<RuleMatch> matches) {
        ByteWriter out = new ByteWriter();
        out.integer(matches.size());
        for (RuleMatch match : matches) {
            out.integer(match.rule());
            out.text(match.subject());
            out.text(match.className());
            out.texts(match.methods());
            out.text(match.refusal());
        }
        return out.bytes();
    }

    static List<RuleMatch> read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, 0);
        List<RuleMatch> matches = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            matches.add(new RuleMatch(in.integer(), in.required(), in.required(), in.texts(), in.text()));
        }
        return matches;
    }
}
