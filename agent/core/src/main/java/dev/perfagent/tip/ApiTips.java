package dev.perfagent.tip;

import dev.perfagent.run.ApiPatterns;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.IsoTime;
import dev.perfagent.run.RateLimit;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.QuantityText;
import dev.perfagent.threshold.RateLimitRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice on GitHub requests and rate limits. */
final class ApiTips {
    private ApiTips() {}

    static List<String> requests(Run run) {
        GitHubApi api = run.gitHubApi();
        List<String> tips = new ArrayList<>();
        if (api == null) {
            return tips;
        }
        Savings savings = new Savings(0);
        Saving certain = RequestSavings.certain(api);
        Saving likely = RequestSavings.likely(api);
        addIfWorthIt(certain, api, savings);
        for (ApiFinding finding : ApiFindings.of(api, run.http())) {
            if (finding.requests() > 0 && finding.isCertain()) {
                addIfWorthIt(finding.saving(), api, savings);
            }
        }
        tips.addAll(savings.byRequests());
        addIfWorthIt(likely, api, tips);
        if (tips.isEmpty()) {
            tips.add(most(api));
        }
        return tips;
    }

    /** What risks that requests are refused. */
    private static void addPace(GitHubApi api, Run run, List<String> tips) {
        for (ApiFinding finding : ApiFindings.of(api, run.http())) {
            if (finding.isAboutPace()) {
                tips.add(finding.tip());
            }
        }
    }

    /** What would be free with a condition, or with a token. */
    private static void addConditions(GitHubApi api, Run run, List<String> tips) {
        for (ApiFinding finding : ApiFindings.of(api, run.http())) {
            boolean isCondition = finding.kind() == ApiFinding.Kind.NO_CONDITION
                    || finding.kind() == ApiFinding.Kind.CHARGED_CONDITION;
            if (isCondition && isWorthIt(finding.saving(), api)) {
                tips.add(finding.tip());
            }
        }
    }

    private static void addIfWorthIt(@Nullable Saving saving, GitHubApi api, Savings savings) {
        if (saving != null && isWorthIt(saving, api)) {
            savings.add(saving);
        }
    }

    private static String most(GitHubApi api) {
        Endpoint most = null;
        for (Endpoint endpoint : api.endpoints()) {
            if (most == null || endpoint.count() > most.count()) {
                most = endpoint;
            }
        }
        if (most == null) {
            return "Ask for less, or keep answers between runs.";
        }
        return most.endpoint() + " took " + most.count() + " of the " + QuantityText.requests(api.requestsMade())
                + ": start there.";
    }

    /** How long it waited, whether it was refused, and what would need fewer requests. */
    static List<String> throttled(Run run) {
        GitHubApi api = run.gitHubApi();
        List<String> tips = new ArrayList<>();
        if (api == null) {
            return tips;
        }
        addIfRefused(api, tips);
        Saving waited = CommandTips.throttled(api, run);
        if (waited != null) {
            tips.add(waited.tip());
        }
        addPace(api, run, tips);
        addIfWorthIt(RequestSavings.certain(api), api, tips);
        return tips;
    }

    /** What is left and until when, how far that goes, and what would make it go further. */
    static List<String> rateLimit(String resource, Run run) {
        GitHubApi api = run.gitHubApi();
        List<String> tips = new ArrayList<>();
        if (api != null) {
            addIfRefused(api, tips);
        }
        tips.add(standing(resource, run, api));
        if (api != null) {
            addPace(api, run, tips);
            addConditions(api, run, tips);
        }
        return tips;
    }

    private static String standing(String resource, Run run, @Nullable GitHubApi api) {
        RateLimit state = api == null ? null : find(api, resource);
        Long limit = state == null ? null : state.limit();
        Long left = state == null ? null : RateLimitRule.remaining(state);
        if (api == null || state == null || limit == null || left == null) {
            return "Wait for the limit to reset before running it again.";
        }
        boolean minute = limit < RateLimitRule.SMALLEST_HOURLY_LIMIT;
        String standing = left + " of " + QuantityText.requests(limit) + (left == 1 ? " is" : " are") + " left"
                + until(state.resetEpochSeconds(), run, minute);
        if (minute) {
            long seconds = (60 + limit - 1) / Math.max(1, limit);
            return standing + "; the limit is one of a minute: space these requests by " + seconds + "s.";
        }
        return standing + reach(left, state.consumed()) + " " + advice(api, resource, limit);
    }

    private static void addIfRefused(GitHubApi api, List<String> tips) {
        ApiPatterns patterns = api.patterns();
        long refused = patterns == null ? 0 : patterns.primaryLimits() + patterns.secondaryLimits();
        if (refused > 0) {
            tips.add(QuantityText.requests(refused) + (refused == 1 ? " was" : " were")
                    + " refused at a rate limit; after one, wait as long as"
                    + " retry-after says, or until the limit resets.");
        }
    }

    private static void addIfWorthIt(@Nullable Saving saving, GitHubApi api, List<String> tips) {
        if (saving != null && isWorthIt(saving, api)) {
            tips.add(saving.tip());
        }
    }

    private static String until(@Nullable Long resetEpochSeconds, Run run, boolean minute) {
        if (resetEpochSeconds == null) {
            return "";
        }
        String time = IsoTime.utc(resetEpochSeconds * 1000);
        double ms = resetEpochSeconds * 1000.0 - run.endMillis();
        return " until " + time.substring(11, minute ? 19 : 16) + " UTC"
                + (ms > 0 ? " (" + QuantityText.ms(ms) + " after this run)" : "");
    }

    private static String reach(long left, @Nullable Long consumed) {
        if (consumed == null || consumed < 1) {
            return ".";
        }
        long runs = left / consumed;
        return "; this run took " + consumed + ", so "
                + (runs == 0 ? "not one more like it fits." : runs + " more like it " + (runs == 1 ? "fits." : "fit."));
    }

    private static String advice(GitHubApi api, String resource, long limit) {
        Boolean authenticated = api.authenticated();
        boolean anonymous = authenticated == null ? limit == RateLimitRule.SMALLEST_HOURLY_LIMIT : !authenticated;
        if (anonymous) {
            return "Send a token: GitHub grants 5000 requests an hour with one, 60 without.";
        }
        Saving saving = resource.equals("core") ? RequestSavings.certain(api) : null;
        if (saving != null && isWorthIt(saving, api)) {
            return saving.tip();
        }
        return "Run it less often, or wait for the reset.";
    }

    private static @Nullable RateLimit find(GitHubApi api, String resource) {
        for (RateLimit limit : api.resources()) {
            if (limit.resource().equals(resource)) {
                return limit;
            }
        }
        return null;
    }

    private static boolean isWorthIt(Saving saving, GitHubApi api) {
        return saving.requests() >= api.requestsMade() * Saving.WORTH_IT;
    }
}
