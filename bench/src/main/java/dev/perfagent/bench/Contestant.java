package dev.perfagent.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One way to start a program: with an agent, or without.
 *
 * @param version of the agent; empty for our own and for none
 * @param home what perf-agent finds in its home
 * @param jvmArguments from a home folder
 */
record Contestant(String name, String version, Home home, Function<Path, List<String>> jvmArguments) {
    static final String NO_AGENT = "no agent";
    static final String NOTHING = "do-nothing agent";

    private static final String BY_FLAG = "-javaagent:";
    private static final String BY_LIBRARY = "-agentlib:instrument=";

    /** What perf-agent finds in its home; foreign agents have none. */
    enum Home {
        /** Nothing, for every run anew. */
        EMPTY,
        /** A plan, from a run that is not counted. */
        PREPARED
    }

    static Contestant noAgent() {
        return new Contestant(NO_AGENT, "", Home.PREPARED, home -> List.of());
    }

    static Contestant nothing(Places places) {
        Path jar = Jars.nothingAgent(places);
        return new Contestant(NOTHING, "", Home.PREPARED, home -> List.of(BY_FLAG + jar));
    }

    static Contestant warm(Places places) {
        return ours("perf-agent, warm", Home.PREPARED, places.perfAgent(), "");
    }

    /** Everybody who can take part on that JDK. */
    static List<Contestant> all(Places places, Jdk jdk, Program program) {
        List<Contestant> all = new ArrayList<>();
        all.add(noAgent());
        all.add(nothing(places));
        all.add(ours("perf-agent, cold", Home.EMPTY, places.perfAgent(), ""));
        all.add(warm(places));
        for (Path config : program.config()) {
            all.add(ours("perf-agent, cold, configured", Home.EMPTY, places.perfAgent(), ",config=" + config));
            all.add(ours("perf-agent, warm, configured", Home.PREPARED, places.perfAgent(), ",config=" + config));
        }
        if (program.hasStarts()) {
            all.addAll(starts(places, jdk, program));
        }
        for (ForeignAgent agent : ForeignAgent.values()) {
            Path jar = places.foreignAgent(agent.artifact());
            if (jar != null) {
                all.add(foreign(agent, jar));
            }
        }
        return all;
    }

    /** The other ways to start with an agent: by -agentlib, and with an AOT cache where the JDK has that for agents. */
    private static List<Contestant> starts(Places places, Jdk jdk, Program program) {
        String nothing = Jars.nothingAgent(places).toString();
        String perfAgent = places.perfAgent() + "=home=";
        List<Contestant> starts = new ArrayList<>();
        starts.add(started("do-nothing agent by -agentlib", home -> List.of(BY_LIBRARY + nothing)));
        starts.add(started("perf-agent, warm, by -agentlib", home -> List.of(BY_LIBRARY + perfAgent + home)));
        if (AotCache.isPossible(jdk, program)) {
            List<String> cache = AotCache.options(jdk, program, places);
            starts.add(started("no agent, AOT cache", home -> cache));
            starts.add(started("do-nothing agent, AOT cache", home -> with(cache, BY_FLAG + nothing)));
            starts.add(started("perf-agent, warm, AOT cache", home -> with(cache, BY_FLAG + perfAgent + home)));
        }
        return starts;
    }

    private static Contestant started(String name, Function<Path, List<String>> jvmArguments) {
        return new Contestant(name, "", Home.PREPARED, jvmArguments);
    }

    private static List<String> with(List<String> options, String agent) {
        List<String> all = new ArrayList<>(options);
        all.add(agent);
        return all;
    }

    private static Contestant ours(String name, Home home, Path jar, String options) {
        return new Contestant(name, "", home, folder -> List.of(BY_FLAG + jar + "=home=" + folder + options));
    }

    private static Contestant foreign(ForeignAgent agent, Path jar) {
        String file = jar.getFileName().toString();
        String version = file.substring(agent.artifact().length() + 1, file.length() - ".jar".length());
        return new Contestant(agent.label(), version, Home.PREPARED, home -> Stream.concat(
                        Stream.of(BY_FLAG + jar), agent.settings(home).stream())
                .toList());
    }
}
