package dev.perfagent.optimize;

/** Why a run took time or requests that it need not have taken. */
public enum Cause {
    /** GETs of what the run had already got. */
    REPEATED_REQUESTS(Area.API),
    /** Lists read in small pages. */
    SMALL_PAGES(Area.API),
    /** Waiting for rate limits. */
    THROTTLED(Area.API),
    /** No Authorization header: 60 requests an hour instead of 5,000. */
    NOT_AUTHENTICATED(Area.API),
    /** Answers in full although their ETag had not changed. */
    NO_CONDITION(Area.API),
    /** ETags that no run keeps for the next one. */
    FORGOTTEN_ETAGS(Area.API),
    /** 304 answers that are not free, because there is no token. */
    CHARGED_CONDITION(Area.API),
    /** Items fetched one by one beside their list. */
    SINGLE_GETS(Area.API),
    /** As many searches in a minute as are allowed. */
    SEARCH_PACE(Area.API),
    /** Changes less than a second after one another. */
    RAPID_WRITES(Area.API),
    /** More than ten requests at once. */
    AT_ONCE(Area.API),
    /** Nearly as many points in a minute as are allowed. */
    MINUTE_POINTS(Area.API),
    /** Repeated before the time that the answer asked to wait. */
    EARLY_RETRIES(Area.API),
    /** Repeated although the answer stays the same. */
    FUTILE_RETRIES(Area.API),
    /** One address at a regular interval. */
    POLLING(Area.API),
    /** Asked for earlier than the answer allowed. */
    POLL_INTERVAL(Area.API),
    /** Lists whose order changes while they are read. */
    UNSTABLE_SORT(Area.API),
    /** What is known to be missing. */
    MISSING_AGAIN(Area.API),
    /** What is known to have moved. */
    MOVED_AGAIN(Area.API),
    /** The rate limit, which every answer has. */
    RATE_LIMIT_ASKED(Area.API),
    /** The user whose token it is. */
    USER_ASKED(Area.API),
    /** Entries leave a cache and are loaded again. */
    EVICTIONS(Area.CACHE),
    /** A cache that hardly ever has what it is asked for, though nothing is evicted. */
    SELDOM_HIT(Area.CACHE),
    /** A cache whose statistics are off. */
    NO_STATISTICS(Area.CACHE),
    /** Much of the process goes by before the command begins. */
    SLOW_START(Area.STARTUP),
    /** Garbage collection takes over a tenth of the process. */
    COLLECTIONS(Area.OTHER),
    /** A program is started again and again. */
    MANY_STARTS(Area.OTHER),
    /** Requests to one host, not GitHub, one after another for over half of the time. */
    SEQUENTIAL_CALLS(Area.OTHER);

    private final Area area;

    Cause(Area area) {
        this.area = area;
    }

    /** What it is about. */
    public Area area() {
        return area;
    }
}
