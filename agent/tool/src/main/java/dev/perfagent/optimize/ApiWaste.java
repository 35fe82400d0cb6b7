package dev.perfagent.optimize;

import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import dev.perfagent.tip.ApiFinding;
import dev.perfagent.tip.ApiFindings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in one run what the agent's tips say of its use of the GitHub API, and what only several runs show. */
final class ApiWaste {
    private static final int NOT_MODIFIED = 304;

    private ApiWaste() {}

    static void find(GitHubApi api, @Nullable List<HttpHost> hosts, WasteFound found) {
        for (ApiFinding finding : ApiFindings.of(api, hosts)) {
            found.accept(
                    cause(finding.kind()),
                    finding.subject(),
                    Waste.ofRun(finding.count(), finding.requests(), finding.ms()));
        }
        for (Endpoint endpoint : api.endpoints()) {
            long etags = endpoint.patterns().etags() - endpoint.repeated();
            if (etags > 0 && !endpoint.status().containsKey(NOT_MODIFIED)) { // one with 304s has its ETags used
                found.accept(Cause.FORGOTTEN_ETAGS, endpoint.endpoint(), Waste.ofRun(etags, 0, 0));
            }
        }
    }

    private static Cause cause(ApiFinding.Kind kind) {
        return switch (kind) {
            case NO_CONDITION -> Cause.NO_CONDITION;
            case CHARGED_CONDITION -> Cause.CHARGED_CONDITION;
            case NO_TOKEN -> Cause.NOT_AUTHENTICATED;
            case SEARCH_PACE -> Cause.SEARCH_PACE;
            case RAPID_WRITES -> Cause.RAPID_WRITES;
            case AT_ONCE -> Cause.AT_ONCE;
            case MINUTE_POINTS -> Cause.MINUTE_POINTS;
            case EARLY_RETRIES -> Cause.EARLY_RETRIES;
            case FUTILE_RETRIES -> Cause.FUTILE_RETRIES;
            case POLLING -> Cause.POLLING;
            case POLL_INTERVAL -> Cause.POLL_INTERVAL;
            case UNSTABLE_SORT -> Cause.UNSTABLE_SORT;
            case SINGLE_GETS -> Cause.SINGLE_GETS;
            case MISSING_AGAIN -> Cause.MISSING_AGAIN;
            case MOVED_AGAIN -> Cause.MOVED_AGAIN;
            case RATE_LIMIT_ASKED -> Cause.RATE_LIMIT_ASKED;
            case USER_ASKED -> Cause.USER_ASKED;
        };
    }
}
