package dev.perfagent.dist;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a run's record has of one client's requests, beside what the server saw of them. */
final class ClientFindings {
    private static final List<String> CASES =
            List.of("success", "missing", "limited", "redirected", "slow", "posted", "broken", "concurrent");

    private static final String SEEN = "yes";
    private static final String NOT_SEEN = "no";

    private final ClientRow row;
    private final JsonNode endpoints;
    private final ServedCounts server;

    ClientFindings(ClientRow row, JsonNode run, ServedCounts server) {
        this.row = row;
        this.endpoints = run.path("github_api").path("endpoints");
        this.server = server;
    }

    /** Requests with an answer. */
    String answers() {
        return all("success", "unchanged", "missing", "limited", "slow", "chunked", "posted");
    }

    /** A redirect that is followed is two requests. */
    String redirects() {
        boolean first = isAsAnswered("redirect");
        if (server.statuses(row.path("redirected")).isEmpty()) {
            return first ? "follows none" : NOT_SEEN;
        }
        boolean second = isAsAnswered("redirected");
        return first && second ? "each" : first || second ? "as one" : NOT_SEEN;
    }

    /** Requests that nobody answered, or not in time. */
    String unanswered() {
        String missing = String.join(
                ", ",
                Stream.of("refused", "timeout", "cancelled")
                        .filter(what -> !isWithoutAnswer(what))
                        .toList());
        return missing.isEmpty() ? SEEN : "not " + missing;
    }

    /** An answer that broke off. */
    String broken() {
        if (row.mayFailBeforeAnswer() && (isWithoutAnswer("broken") || isAsAnswered("broken"))) {
            return "by its status, or as an error";
        }
        return isWithoutAnswer("broken") ? "as an error" : isAsAnswered("broken") ? "by its status" : NOT_SEEN;
    }

    /** Bytes of the bodies of its answers whose size can be known. */
    long received() {
        long announced = CASES.stream()
                .mapToLong(what -> server.announced(row.path(what)))
                .sum();
        return announced
                - (isWithoutAnswer("broken") ? ContractServer.BROKEN_BYTES : 0)
                + (row.readsArrays() ? ContractServer.CHUNKED_BYTES : 0);
    }

    String concurrent() {
        return all("concurrent");
    }

    private String all(String... cases) {
        for (String each : cases) {
            if (!isAsAnswered(each)) {
                JsonNode endpoint = endpoint(each);
                return endpoint.isMissingNode() ? NOT_SEEN : "not so: " + each + " " + endpoint.path("status");
            }
        }
        boolean isInTime = endpoint("slow").path("ms").asDouble() >= ContractServer.SLOW_MS;
        return isInTime ? SEEN : "without its time";
    }

    private boolean isAsAnswered(String what) {
        Map<Integer, Long> answered = server.statuses(row.path(what));
        return !answered.isEmpty()
                && statuses(what).equals(answered)
                && count(what)
                        == answered.values().stream().mapToLong(Long::longValue).sum();
    }

    private boolean isWithoutAnswer(String what) {
        return count(what) == 1 && statuses(what).isEmpty();
    }

    private long count(String what) {
        return endpoint(what).path("count").asLong();
    }

    private Map<Integer, Long> statuses(String what) {
        return new TreeMap<>(Json.statuses(endpoint(what).path("status")));
    }

    private JsonNode endpoint(String what) {
        String name = (what.equals("posted") ? "POST" : "GET") + " /meta" + row.path(what);
        for (JsonNode endpoint : endpoints) {
            if (endpoint.path("endpoint").asString().equals(name)) {
                return endpoint;
            }
        }
        return endpoints.path(-1);
    }
}
