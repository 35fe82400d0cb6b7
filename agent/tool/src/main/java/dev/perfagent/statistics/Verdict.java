package dev.perfagent.statistics;

import java.util.Locale;

/** What a comparison comes to, from good to bad. */
public enum Verdict {
    /** Less than before, by more than the band and with evidence. */
    IMPROVED,
    /** No more than the band above, or too little to matter. */
    OK,
    /** It takes more runs to tell. */
    INCONCLUSIVE,
    /** More than before, by more than the band and with evidence. */
    WARNING,
    /** Much more than before, with evidence. */
    CRITICAL;

    /** As users read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a verdict against the current runs. */
    public boolean isAgainst() {
        return this == WARNING || this == CRITICAL;
    }
}
