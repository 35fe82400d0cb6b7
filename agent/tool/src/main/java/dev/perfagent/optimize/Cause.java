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
    MANY_STARTS(Area.OTHER);

    private final Area area;

    Cause(Area area) {
        this.area = area;
    }

    /** What it is about. */
    public Area area() {
        return area;
    }
}
