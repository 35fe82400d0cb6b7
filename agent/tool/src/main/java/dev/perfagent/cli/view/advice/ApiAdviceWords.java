package dev.perfagent.cli.view.advice;

import dev.perfagent.optimize.Cause;

/** Advice on the use of the GitHub API in words; docs/tips.md has the reasons. */
final class ApiAdviceWords {
    private ApiAdviceWords() {}

    /** What is the matter, in a few words. */
    static String matter(Cause cause, String subject) {
        return switch (cause) {
            case NO_CONDITION -> subject + " is answered in full though unchanged";
            case FORGOTTEN_ETAGS -> subject + " has ETags that no run uses again";
            case CHARGED_CONDITION -> "its 304 answers are not free";
            case SINGLE_GETS -> subject + " is fetched one by one";
            case SEARCH_PACE -> "it searches as often as is allowed";
            case RAPID_WRITES -> "its changes follow one another too quickly";
            case AT_ONCE -> "it sends many requests at once";
            case MINUTE_POINTS -> "it nearly reaches the limit of a minute";
            case EARLY_RETRIES -> "it repeats refused requests too early";
            case FUTILE_RETRIES -> "it repeats requests in vain";
            case POLLING -> subject + " is polled";
            case POLL_INTERVAL -> subject + " is polled too often";
            case UNSTABLE_SORT -> subject + " is read in an order that changes";
            case MISSING_AGAIN -> subject + " is asked for what is missing again";
            case MOVED_AGAIN -> subject + " is asked for at an old address";
            case RATE_LIMIT_ASKED -> "it asks for its rate limit";
            case USER_ASKED -> "it asks who its token belongs to";
            case REPEATED_REQUESTS,
                    SMALL_PAGES,
                    THROTTLED,
                    NOT_AUTHENTICATED,
                    EVICTIONS,
                    SELDOM_HIT,
                    NO_STATISTICS,
                    SLOW_START,
                    COLLECTIONS,
                    MANY_STARTS,
                    SEQUENTIAL_CALLS -> throw new IllegalArgumentException(cause.name());
        };
    }

    /** The same of several, for a heading. */
    static String matters(Cause cause) {
        return switch (cause) {
            case NO_CONDITION -> "Answers in full that have not changed";
            case FORGOTTEN_ETAGS -> "ETags that no run uses again";
            case CHARGED_CONDITION -> "304 answers that are not free";
            case SINGLE_GETS -> "Items fetched one by one beside their list";
            case SEARCH_PACE -> "Searches as often as is allowed";
            case RAPID_WRITES -> "Changes in quick succession";
            case AT_ONCE -> "Many requests at once";
            case MINUTE_POINTS -> "Runs that nearly reach the limit of a minute";
            case EARLY_RETRIES -> "Refused requests that are repeated too early";
            case FUTILE_RETRIES -> "Requests that are repeated in vain";
            case POLLING -> "Addresses that are polled";
            case POLL_INTERVAL -> "Addresses that are polled too often";
            case UNSTABLE_SORT -> "Lists read in an order that changes";
            case MISSING_AGAIN -> "Requests for what is known to be missing";
            case MOVED_AGAIN -> "Requests to old addresses";
            case RATE_LIMIT_ASKED -> "Requests for the rate limit";
            case USER_ASKED -> "Requests for the user of the token";
            case REPEATED_REQUESTS,
                    SMALL_PAGES,
                    THROTTLED,
                    NOT_AUTHENTICATED,
                    EVICTIONS,
                    SELDOM_HIT,
                    NO_STATISTICS,
                    SLOW_START,
                    COLLECTIONS,
                    MANY_STARTS,
                    SEQUENTIAL_CALLS -> throw new IllegalArgumentException(cause.name());
        };
    }

    /** What to do. */
    static String action(Cause cause) {
        return switch (cause) {
            case NO_CONDITION ->
                "Send If-None-Match with the ETag of the answer before: a 304 takes nothing of the rate limit.";
            case FORGOTTEN_ETAGS ->
                "Keep answers with their ETags between runs and send If-None-Match: a 304 takes nothing of the rate"
                        + " limit.";
            case CHARGED_CONDITION -> "Send a token: with one, a 304 takes nothing of the rate limit.";
            case SINGLE_GETS -> "Use the fields of the list, or one GraphQL query.";
            case SEARCH_PACE -> "Space searches evenly over the minute.";
            case RAPID_WRITES -> "Pause for a second between changes, as GitHub asks.";
            case AT_ONCE -> "Put requests to GitHub into a queue: it asks for one after another.";
            case MINUTE_POINTS -> "Send requests more slowly: at 900 points a minute GitHub refuses them.";
            case EARLY_RETRIES -> "Wait as long as retry-after says, or until the limit resets.";
            case FUTILE_RETRIES -> "Do not repeat requests after 400, 401, 403, 404, 410, 422 or 451.";
            case POLLING -> "Let a webhook report changes.";
            case POLL_INTERVAL -> "Wait as many seconds as x-poll-interval says.";
            case UNSTABLE_SORT -> "Sort by created: with sort=updated, items move between pages while they are read.";
            case MISSING_AGAIN -> "Remember what was answered with 404.";
            case MOVED_AGAIN -> "Use the new address.";
            case RATE_LIMIT_ASKED -> "Read the x-ratelimit headers, which every answer has.";
            case USER_ASKED ->
                "Leave GET /user out if only the token is checked; hub4j asks when it gets a token without a name.";
            case REPEATED_REQUESTS,
                    SMALL_PAGES,
                    THROTTLED,
                    NOT_AUTHENTICATED,
                    EVICTIONS,
                    SELDOM_HIT,
                    NO_STATISTICS,
                    SLOW_START,
                    COLLECTIONS,
                    MANY_STARTS,
                    SEQUENTIAL_CALLS -> throw new IllegalArgumentException(cause.name());
        };
    }

    /** What there is so many of. */
    static String evidence(Cause cause) {
        return switch (cause) {
            case NO_CONDITION -> "unchanged answers";
            case FORGOTTEN_ETAGS -> "answers with an ETag, and no 304";
            case CHARGED_CONDITION -> "304 answers without a token";
            case SINGLE_GETS -> "items one by one beside their list";
            case SEARCH_PACE -> "searches within a minute";
            case RAPID_WRITES -> "changes within a second of another";
            case AT_ONCE -> "requests under way at once";
            case MINUTE_POINTS -> "points within a minute";
            case EARLY_RETRIES -> "early repetitions";
            case FUTILE_RETRIES -> "repetitions in vain";
            case POLLING -> "requests at a regular interval";
            case POLL_INTERVAL -> "early requests";
            case UNSTABLE_SORT -> "pages with sort=updated";
            case MISSING_AGAIN -> "more answers with 404";
            case MOVED_AGAIN -> "more permanent redirects";
            case RATE_LIMIT_ASKED -> "requests to GET /rate_limit";
            case USER_ASKED -> "request to GET /user";
            case REPEATED_REQUESTS,
                    SMALL_PAGES,
                    THROTTLED,
                    NOT_AUTHENTICATED,
                    EVICTIONS,
                    SELDOM_HIT,
                    NO_STATISTICS,
                    SLOW_START,
                    COLLECTIONS,
                    MANY_STARTS,
                    SEQUENTIAL_CALLS -> throw new IllegalArgumentException(cause.name());
        };
    }
}
