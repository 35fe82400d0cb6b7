package dev.perfagent.cli.view.advice;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.optimize.Advice;
import dev.perfagent.optimize.Cause;
import java.util.ArrayList;
import java.util.List;

/** Advice in words. */
final class AdviceWords {
    private AdviceWords() {}

    /** What is the matter, in a few words. */
    static String matter(Advice advice) {
        String subject = advice.subject();
        return switch (advice.cause()) {
            case REPEATED_REQUESTS -> subject + " is requested again";
            case SMALL_PAGES -> subject + " is read in small pages";
            case THROTTLED -> "it waits for rate limits";
            case NOT_AUTHENTICATED -> "its GitHub requests carry no token";
            case NO_CONDITION,
                    FORGOTTEN_ETAGS,
                    CHARGED_CONDITION,
                    SINGLE_GETS,
                    SEARCH_PACE,
                    RAPID_WRITES,
                    AT_ONCE,
                    MINUTE_POINTS,
                    EARLY_RETRIES,
                    FUTILE_RETRIES,
                    POLLING,
                    POLL_INTERVAL,
                    UNSTABLE_SORT,
                    MISSING_AGAIN,
                    MOVED_AGAIN,
                    RATE_LIMIT_ASKED,
                    USER_ASKED -> ApiAdviceWords.matter(advice.cause(), subject);
            case EVICTIONS -> "cache '" + subject + "' is too small";
            case SELDOM_HIT -> "cache '" + subject + "' is hardly ever hit";
            case NO_STATISTICS -> "cache '" + subject + "' keeps no statistics";
            case SLOW_START -> "much of its time is outside the command";
            case COLLECTIONS -> "much of its time is garbage collection";
            case MANY_STARTS -> "'" + subject + "' is started often";
            case SEQUENTIAL_CALLS -> subject + " is asked one thing after another";
        };
    }

    /** The same of several, for a heading. */
    static String matters(Cause cause) {
        return switch (cause) {
            case REPEATED_REQUESTS -> "Requests for what the same run already got";
            case SMALL_PAGES -> "Lists that are read in small pages";
            case THROTTLED -> "Waiting for rate limits";
            case NOT_AUTHENTICATED -> "GitHub requests without a token";
            case NO_CONDITION,
                    FORGOTTEN_ETAGS,
                    CHARGED_CONDITION,
                    SINGLE_GETS,
                    SEARCH_PACE,
                    RAPID_WRITES,
                    AT_ONCE,
                    MINUTE_POINTS,
                    EARLY_RETRIES,
                    FUTILE_RETRIES,
                    POLLING,
                    POLL_INTERVAL,
                    UNSTABLE_SORT,
                    MISSING_AGAIN,
                    MOVED_AGAIN,
                    RATE_LIMIT_ASKED,
                    USER_ASKED -> ApiAdviceWords.matters(cause);
            case EVICTIONS -> "Caches that are too small";
            case SELDOM_HIT -> "Caches that are hardly ever hit";
            case NO_STATISTICS -> "Caches without statistics";
            case SLOW_START -> "Time outside the command";
            case COLLECTIONS -> "Garbage collection";
            case MANY_STARTS -> "Programs that are started often";
            case SEQUENTIAL_CALLS -> "Requests one after another";
        };
    }

    /** What to do. */
    static String action(Advice advice) {
        return switch (advice.cause()) {
            case REPEATED_REQUESTS -> "Keep the answers for as long as the run lasts.";
            case SMALL_PAGES -> "Ask for per_page=100.";
            case THROTTLED -> "Make fewer requests, or start it after the rate limit was reset.";
            case NOT_AUTHENTICATED ->
                "Send a token: 5,000 requests an hour instead of 60, and 304 answers that cost nothing.";
            case NO_CONDITION,
                    FORGOTTEN_ETAGS,
                    CHARGED_CONDITION,
                    SINGLE_GETS,
                    SEARCH_PACE,
                    RAPID_WRITES,
                    AT_ONCE,
                    MINUTE_POINTS,
                    EARLY_RETRIES,
                    FUTILE_RETRIES,
                    POLLING,
                    POLL_INTERVAL,
                    UNSTABLE_SORT,
                    MISSING_AGAIN,
                    MOVED_AGAIN,
                    RATE_LIMIT_ASKED,
                    USER_ASKED -> ApiAdviceWords.action(advice.cause());
            case EVICTIONS -> "Give it a larger maximum size, or a longer expiry if that is what removes entries.";
            case SELDOM_HIT -> "Keep its entries longer, for instance between runs, or do without it.";
            case NO_STATISTICS -> "Turn its statistics on (recordStats), so that perf-agent can show whether it helps.";
            case SLOW_START ->
                "Unless there is one already, make an archive of its classes, without any agent; try it and verify the"
                        + " output. For short runs -XX:TieredStopAtLevel=1 is worth a try, too.";
            case COLLECTIONS -> "Raise the heap (-Xms, -Xmx), or allocate less.";
            case MANY_STARTS -> "Start it once for all the work.";
            case SEQUENTIAL_CALLS -> "Send a few of them at the same time, such as four.";
        };
    }

    /** What that would spare; empty where nothing can be said. */
    static String saving(Advice advice) {
        String run = amounts(advice.requestsPerRun(), advice.msPerRun());
        if (run.isEmpty()) {
            return "";
        }
        return run + " a run, " + amounts(advice.requestsPerDay(), advice.msPerDay()) + " a day";
    }

    /** What bears it out. */
    static String evidence(Advice advice) {
        String count = number(advice.countPerRun());
        String each =
                switch (advice.cause()) {
                    case REPEATED_REQUESTS ->
                        ", " + number(advice.requestsPerRun()) + " of " + count + " requests to it were repeats";
                    case SMALL_PAGES, THROTTLED, NOT_AUTHENTICATED, SEQUENTIAL_CALLS -> ", " + count + " requests";
                    case NO_CONDITION,
                            FORGOTTEN_ETAGS,
                            CHARGED_CONDITION,
                            SINGLE_GETS,
                            SEARCH_PACE,
                            RAPID_WRITES,
                            AT_ONCE,
                            MINUTE_POINTS,
                            EARLY_RETRIES,
                            FUTILE_RETRIES,
                            POLLING,
                            POLL_INTERVAL,
                            UNSTABLE_SORT,
                            MISSING_AGAIN,
                            MOVED_AGAIN,
                            RATE_LIMIT_ASKED,
                            USER_ASKED -> ", " + count + " " + ApiAdviceWords.evidence(advice.cause());
                    case EVICTIONS -> ", " + count + " evictions";
                    case SELDOM_HIT -> ", " + count + " misses and no eviction";
                    case NO_STATISTICS -> "";
                    case SLOW_START ->
                        ", " + Amount.millis(advice.msPerRun()) + " before and after the command, " + count
                                + " classes loaded";
                    case COLLECTIONS -> ", " + count + " collections, " + Amount.millis(advice.msPerRun());
                    case MANY_STARTS -> ", " + count + " starts";
                };
        return Amount.count(advice.runs()) + " of " + Amount.counted(advice.ofRuns(), "run", "runs")
                + (each.isEmpty() ? "" : each + " on average") + "; the command's median is "
                + Amount.millis(advice.medianMs());
    }

    private static String amounts(double requests, double ms) {
        List<String> amounts = new ArrayList<>();
        if (requests > 0) {
            String number = number(requests);
            amounts.add("about " + number + (number.equals("1") ? " request" : " requests"));
        }
        if (ms >= 1) {
            amounts.add("up to " + Amount.millis(ms));
        }
        return String.join(" and ", amounts);
    }

    private static String number(double number) {
        boolean whole = number >= 10 || Math.abs(number - Math.rint(number)) < 0.05;
        return whole ? Amount.count(number) : Amount.decimal(number);
    }
}
