package dev.perfagent.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the sample's demo server says it was asked: what the record has to agree with. */
record ServerLog(List<Request> requests, List<String> remarks) {
    ServerLog {
        requests = List.copyOf(requests);
        remarks = List.copyOf(remarks);
    }

    /**
     * A request as the server saw it.
     *
     * @param target path with query
     * @param remaining of the rate limit after it
     * @param bytes of the answer
     */
    record Request(String method, String target, int status, int remaining, long bytes) {
        /** Method and template, told from the path in the simplest way that the demo's data allows. */
        String endpoint() {
            String path = target.replaceFirst("\\?.*", "")
                    .replaceFirst("^/repositories/[^/]+", "/repos/{owner}/{repo}")
                    .replaceFirst("^/repos/[^/{]+/[^/]+", "/repos/{owner}/{repo}")
                    .replaceFirst("^/organizations/", "/orgs/")
                    .replaceFirst("^/orgs/[^/]+", "/orgs/{org}")
                    .replaceFirst("^/users/[^/]+", "/users/{username}")
                    .replaceFirst("/issues/[0-9]+", "/issues/{issue_number}");
            return method + " " + path;
        }

        boolean isError() {
            return status >= 400;
        }
    }

    static ServerLog read(Path file) {
        List<Request> requests = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("# ")) {
                    remarks.add(line.substring(2));
                } else {
                    String[] words = line.split(" ", -1);
                    requests.add(new Request(
                            words[0],
                            words[1],
                            Integer.parseInt(words[2]),
                            Integer.parseInt(words[3]),
                            Long.parseLong(words[4])));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ServerLog(requests, remarks);
    }

    /** The requests of each endpoint, in the order of the first. */
    Map<String, ServerLog> byEndpoint() {
        Map<String, List<Request>> grouped = new LinkedHashMap<>();
        for (Request request : requests) {
            grouped.computeIfAbsent(request.endpoint(), endpoint -> new ArrayList<>())
                    .add(request);
        }
        Map<String, ServerLog> logs = new LinkedHashMap<>();
        grouped.forEach((endpoint, of) -> logs.put(endpoint, new ServerLog(of, List.of())));
        return logs;
    }

    /** How often each status was answered. */
    Map<Integer, Long> statuses() {
        Map<Integer, Long> statuses = new TreeMap<>();
        requests.forEach(request -> statuses.merge(request.status(), 1L, Long::sum));
        return statuses;
    }

    long count(String endpoint) {
        return requests.stream()
                .filter(request -> request.endpoint().equals(endpoint))
                .count();
    }

    long status(int status) {
        return statuses().getOrDefault(status, 0L);
    }

    long errors() {
        return requests.stream().filter(Request::isError).count();
    }

    long bytes() {
        return requests.stream().mapToLong(Request::bytes).sum();
    }

    /** GETs of what had been answered in full before. */
    long repeated() {
        Set<String> answered = new HashSet<>();
        return requests.stream()
                .filter(request -> request.method().equals("GET") && request.status() == 200)
                .filter(request -> !answered.add(request.target()))
                .count();
    }

    /** What is left of the rate limit in the end. */
    int remaining() {
        return requests.get(requests.size() - 1).remaining();
    }

    /** The number after {@code NAME=} in a remark. */
    long remarked(String name) {
        return remarks.stream()
                .flatMap(remark -> List.of(remark.split(" ", -1)).stream())
                .filter(word -> word.startsWith(name + "="))
                .mapToLong(word -> Long.parseLong(word.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + remarks));
    }
}
