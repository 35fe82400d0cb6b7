package dev.perfagent.prepare.start;

import java.util.ArrayList;
import java.util.List;

/** One of the ways in which a program can be started. */
public enum StartWay {
    /** As it is. */
    ALONE("without perf-agent", false, false),
    /** As the README says. */
    USUAL("-javaagent", true, false),
    /** Does without the module flag of {@code -javaagent}, for which the JVM gives up its own archive of modules. */
    DIRECT("-agentlib:instrument", true, false),
    /** With an AOT cache of the program's classes. */
    CACHE("-javaagent, AOT cache", true, true),
    DIRECT_CACHE("-agentlib:instrument, AOT cache", true, true),
    /** What is left of {@link #CACHE} when the agent is taken away. */
    CACHE_ALONE("without perf-agent, AOT cache", false, true);

    private static final String MODULE = "--add-modules=java.instrument";

    private final String title;
    private final boolean hasAgent;
    private final boolean hasCache;

    StartWay(String title, boolean hasAgent, boolean hasCache) {
        this.title = title;
        this.hasAgent = hasAgent;
        this.hasCache = hasCache;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    public boolean hasAgent() {
        return hasAgent;
    }

    public boolean hasCache() {
        return hasCache;
    }

    /**
     * The JVM's options for it.
     *
     * @param agent what follows {@code -javaagent:}
     * @param cache the AOT cache's path
     */
    List<String> options(String agent, String cache) {
        String flag = (this == DIRECT || this == DIRECT_CACHE ? "-agentlib:instrument=" : "-javaagent:") + agent;
        List<String> own = hasAgent ? List.of(flag) : List.of();
        return hasCache ? concat(own, withCache("-XX:AOTCache=", cache)) : own;
    }

    /**
     * The options that make the cache.
     *
     * @param agent what follows {@code -javaagent:}; empty for a cache without the agent's classes
     */
    static List<String> making(String agent, String cache) {
        List<String> flag = agent.isEmpty() ? List.of() : List.of("-javaagent:" + agent);
        return concat(flag, withCache("-XX:AOTCacheOutput=", cache));
    }

    /** An agent brings the module along; a cache made without it would be refused. */
    private static List<String> withCache(String flag, String cache) {
        return List.of(MODULE, flag + cache);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
