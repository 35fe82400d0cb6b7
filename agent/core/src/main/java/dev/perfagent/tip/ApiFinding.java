package dev.perfagent.tip;

/**
 * Something in a run's use of GitHub's API that could be better, as its own figures show.
 *
 * @param subject the endpoint or rate-limit resource; empty for the whole run
 * @param count how often it was seen
 * @param requests what it took of the rate limit for nothing; 0 when that is not what is wrong
 * @param ms time it took for nothing, at most
 * @param tip how to do better, with the figures
 */
public record ApiFinding(Kind kind, String subject, long count, long requests, double ms, String tip) {
    /** What can be found. */
    public enum Kind {
        /** Answers in full although the ETag was known and has not changed. */
        NO_CONDITION,
        /** 304 answers that took something of the rate limit, because the request had no token. */
        CHARGED_CONDITION,
        /** Requests without a token. */
        NO_TOKEN,
        /** As many searches in a minute as are allowed. */
        SEARCH_PACE,
        /** Changes sent less than a second after one another. */
        RAPID_WRITES,
        /** More than ten requests under way. */
        AT_ONCE,
        /** Nearly as many points in a minute as are allowed. */
        MINUTE_POINTS,
        /** Repeated before the answer's time. */
        EARLY_RETRIES,
        /** Repeated although the answer cannot change. */
        FUTILE_RETRIES,
        /** One address at a regular interval. */
        POLLING,
        /** Asked for earlier than {@code x-poll-interval} says. */
        POLL_INTERVAL,
        /** Pages of a list whose order changes while it is read. */
        UNSTABLE_SORT,
        /** Items one by one beside the list that they are in; whether the list has all that is needed is not known. */
        SINGLE_GETS,
        /** 404 again. */
        MISSING_AGAIN,
        /** 301 again. */
        MOVED_AGAIN,
        /** The rate limit asked for, which every answer says. */
        RATE_LIMIT_ASKED,
        /** Who the token belongs to, asked for in a run of few requests. */
        USER_ASKED
    }

    /** Whether it risks that GitHub refuses requests, however little it costs. */
    public boolean isAboutPace() {
        return switch (kind) {
            case SEARCH_PACE, RAPID_WRITES, AT_ONCE, MINUTE_POINTS, EARLY_RETRIES, POLL_INTERVAL -> true;
            case NO_CONDITION,
                    CHARGED_CONDITION,
                    NO_TOKEN,
                    FUTILE_RETRIES,
                    POLLING,
                    UNSTABLE_SORT,
                    SINGLE_GETS,
                    MISSING_AGAIN,
                    MOVED_AGAIN,
                    RATE_LIMIT_ASKED,
                    USER_ASKED -> false;
        };
    }

    /** Whether it would save as much for certain. */
    boolean isCertain() {
        return kind != Kind.SINGLE_GETS;
    }

    Saving saving() {
        return new Saving(requests, ms, tip);
    }
}
