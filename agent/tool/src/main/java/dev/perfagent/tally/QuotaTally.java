package dev.perfagent.tally;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How runs used GitHub's rate limits, failed ones too: they take from them all the same. */
public final class QuotaTally {
    /** As many as a record has. */
    private static final int MOST_RESOURCES = 31;

    private static final double MILLIS_AN_HOUR = 3_600_000;

    private final Map<String, State> resources = new TreeMap<>();
    private long requests;
    private double ms;
    private double shareLeft;
    private long sharesKnown;

    private static final class State {
        private final Day day = new Day();
        private @Nullable Instant seen;
        private @Nullable RateLimit limit;

        void seen(Instant at, RateLimit now) {
            if (seen == null || at.isAfter(seen)) {
                seen = at;
                limit = now;
            }
        }
    }

    /** What was taken on the last day, in UTC. */
    private static final class Day {
        private @Nullable LocalDate date;
        private @Nullable Instant first;
        private @Nullable Instant last;
        private long points;

        void add(LocalDate on, Instant from, Instant to, long taken) {
            if (date != null && on.isBefore(date)) {
                return;
            }
            if (date == null || first == null || last == null || on.isAfter(date)) {
                date = on;
                first = from;
                last = to;
                points = taken;
                return;
            }
            first = from.isBefore(first) ? from : first;
            last = to.isAfter(last) ? to : last;
            points += taken;
        }
    }

    /**
     * One resource, as the last run that used it left it.
     *
     * @param at when that run ended
     * @param resetsAt when it is full again
     * @param pointsPerHour what was taken on that day, others' part included, from its first run to its last; null when that is
     * less than a minute
     */
    public record Quota(
            Instant at,
            @Nullable Long limit,
            @Nullable Long remaining,
            @Nullable Instant resetsAt,
            @Nullable Double pointsPerHour) {}

    void add(StoredRun run) {
        GitHubApi api = run.gitHubApi();
        if (api == null || api.requestsMade() == 0) {
            return;
        }
        if (run.totalMs() >= 0) {
            requests += api.requestsMade();
            ms += run.totalMs();
        }
        RateLimit main = api.mainResource();
        if (main != null && main.remaining() != null && main.limit() != null && main.limit() > 0) {
            shareLeft += Math.min(1, Math.max(0, (double) main.remaining() / main.limit()));
            sharesKnown++;
        }
        Instant end = run.end() == null || run.end().isBefore(run.start()) ? run.start() : run.end();
        for (RateLimit limit : api.resources()) {
            if (resources.size() < MOST_RESOURCES || resources.containsKey(limit.resource())) {
                State state = resources.computeIfAbsent(limit.resource(), name -> new State());
                state.seen(end, limit);
                long taken = known(limit.consumed()) + known(limit.others());
                state.day.add(LocalDate.ofInstant(run.start(), ZoneOffset.UTC), run.start(), end, taken);
            }
        }
    }

    private static long known(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    void addAll(QuotaTally other) {
        requests += other.requests;
        ms += other.ms;
        shareLeft += other.shareLeft;
        sharesKnown += other.sharesKnown;
        other.resources.forEach((name, theirs) -> {
            State state = resources.computeIfAbsent(name, ignored -> new State());
            if (theirs.seen != null && theirs.limit != null) {
                state.seen(theirs.seen, theirs.limit);
            }
            if (theirs.day.date != null && theirs.day.first != null && theirs.day.last != null) {
                state.day.add(theirs.day.date, theirs.day.first, theirs.day.last, theirs.day.points);
            }
        });
    }

    /** Requests a minute while commands run; null without any. */
    public @Nullable Double requestsPerMinute() {
        return ms <= 0 ? null : (Double) (requests * 60_000 / ms);
    }

    /** What share of the rate limit was left at the end of a run, on average, 0 to 1; null when not known. */
    public @Nullable Double shareLeft() {
        return sharesKnown == 0 ? null : (Double) (shareLeft / sharesKnown);
    }

    /** By resource. */
    public Map<String, Quota> quotas() {
        Map<String, Quota> quotas = new TreeMap<>();
        resources.forEach((name, state) -> {
            if (state.seen != null && state.limit != null) {
                Long reset = state.limit.resetEpochSeconds();
                Instant resetsAt = reset == null ? null : Instant.ofEpochSecond(reset);
                quotas.put(
                        name,
                        new Quota(state.seen, state.limit.limit(), state.limit.remaining(), resetsAt, pace(state.day)));
            }
        });
        return quotas;
    }

    private static @Nullable Double pace(Day day) {
        if (day.first == null || day.last == null) {
            return null;
        }
        double hours = Duration.between(day.first, day.last).toMillis() / MILLIS_AN_HOUR;
        return hours < 1.0 / 60 ? null : (Double) (day.points / hours);
    }
}
