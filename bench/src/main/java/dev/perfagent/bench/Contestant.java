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
        return new Contestant(NOTHING, "", Home.PREPARED, home -> List.of("-javaagent:" + jar));
    }

    static Contestant warm(Places places) {
        return ours("perf-agent, warm", Home.PREPARED, places.perfAgent(), "");
    }

    /** Everybody who can take part. */
    static List<Contestant> all(Places places, Program program) {
        List<Contestant> all = new ArrayList<>();
        all.add(noAgent());
        all.add(nothing(places));
        all.add(ours("perf-agent, cold", Home.EMPTY, places.perfAgent(), ""));
        all.add(warm(places));
        for (Path config : program.config()) {
            all.add(ours("perf-agent, cold, configured", Home.EMPTY, places.perfAgent(), ",config=" + config));
            all.add(ours("perf-agent, warm, configured", Home.PREPARED, places.perfAgent(), ",config=" + config));
        }
        for (ForeignAgent agent : ForeignAgent.values()) {
            Path jar = places.foreignAgent(agent.artifact());
            if (jar != null) {
                all.add(foreign(agent, jar));
            }
        }
        return all;
    }

    private static Contestant ours(String name, Home home, Path jar, String options) {
        return new Contestant(name, "", home, folder -> List.of("-javaagent:" + jar + "=home=" + folder + options));
    }

    private static Contestant foreign(ForeignAgent agent, Path jar) {
        String file = jar.getFileName().toString();
        String version = file.substring(agent.artifact().length() + 1, file.length() - ".jar".length());
        return new Contestant(agent.label(), version, Home.PREPARED, home -> Stream.concat(
                        Stream.of("-javaagent:" + jar), agent.settings(home).stream())
                .toList());
    }
}
