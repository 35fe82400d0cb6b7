package dev.perfagent.journal;

import dev.perfagent.plan.RuleMatch;
import dev.perfagent.run.IsoTime;
import dev.perfagent.run.JsonWriter;
import dev.perfagent.run.Run;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rules and probes matched in a cold run, {@code matches/APPLICATION.json}; the tool's {@code explain} shows it. */
public final class MatchReport {
    private final Home home;

    private enum Kind {
        MATCHED,
        NEAR,
        NOT_WOVEN;

        static Kind of(RuleMatch match) {
            if (match.refusal() != null) {
                return NOT_WOVEN;
            }
            return match.methods().isEmpty() ? NEAR : MATCHED;
        }
    }

    /** The reports of that home. */
    public MatchReport(Home home) {
        this.home = home;
    }

    /** Replaces the application's report. */
    public void write(
            Run run,
            @Nullable String configFolder,
            List<String> problems,
            List<Rule> rules,
            Map<Integer, Long> callsByRule,
            Map<Integer, String> withoutValue,
            List<RuleMatch> matches,
            List<String> probes,
            NearestNames nearest)
            throws IOException {
        JsonWriter json = new JsonWriter().open('{');
        json.name("schema").whole(1);
        json.name("application").text(run.application());
        json.name("timestamp").text(IsoTime.utc(run.startMillis()));
        json.name("config").text(configFolder);
        json.name("problems").open('[');
        for (String problem : problems) {
            json.text(problem);
        }
        json.close(']');
        json.name("loaded_classes").whole(run.resourceUsage().classesLoaded());
        json.name("rules").open('[');
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            json.open('{').name("subject").text(rule.section() + ": " + rule.name());
            json.name("target").text(describe(rule.target()));
            json.name("calls").whole(calls(rule, callsByRule.get(i)));
            json.name("no_value").text(withoutValue.get(i));
            matches(json, i, null, matches, nearest);
            json.name("nearest").open('[');
            for (String name : nearest.classes().getOrDefault(i, List.of())) {
                json.text(name);
            }
            json.close(']').close('}');
        }
        json.close(']').name("probes").open('[');
        for (String probe : probes) {
            json.open('{').name("subject").text(probe);
            matches(json, RuleMatch.PROBE, probe, matches, nearest);
            json.close('}');
        }
        json.close(']').close('}');
        File file = home.resolve("matches/" + Home.fileName(run.application()) + ".json");
        OwnerFile.createFolder(file.getParentFile());
        OwnerFile.replace(file, json + "\n");
    }

    /** Only what has a duration or a value is counted; null is "not known". */
    private static @Nullable Long calls(Rule rule, @Nullable Long counted) {
        boolean isCounted =
                rule instanceof Rule.Phase || rule instanceof Rule.Operation || rule instanceof Rule.Context;
        return isCounted && counted == null ? Long.valueOf(0) : counted;
    }

    private static void matches(
            JsonWriter json, int rule, @Nullable String probe, List<RuleMatch> matches, NearestNames nearest) {
        list(json.name("matched"), rule, probe, matches, Kind.MATCHED, nearest);
        list(json.name("near"), rule, probe, matches, Kind.NEAR, nearest);
        list(json.name("not_woven"), rule, probe, matches, Kind.NOT_WOVEN, nearest);
    }

    private static void list(
            JsonWriter json,
            int rule,
            @Nullable String probe,
            List<RuleMatch> matches,
            Kind kind,
            NearestNames nearest) {
        json.open('[');
        for (RuleMatch match : matches) {
            boolean isOfSubject =
                    match.rule() == rule && (probe == null || match.subject().equals(probe));
            if (isOfSubject && Kind.of(match) == kind) {
                json.open('{')
                        .name("class")
                        .text(match.className())
                        .name("methods")
                        .open('[');
                for (String method : match.methods()) {
                    json.text(method);
                }
                json.close(']');
                if (kind == Kind.NEAR && probe == null) {
                    json.name("nearest_method").text(nearest.methods().get(NearestNames.key(match.className(), rule)));
                }
                if (kind == Kind.NOT_WOVEN) {
                    json.name("reason").text(match.refusal());
                }
                json.close('}');
            }
        }
        json.close(']');
    }

    private static String describe(Target target) {
        StringBuilder text = new StringBuilder();
        add(text, "class", target.className());
        add(text, "annotated", target.annotated());
        add(text, "implements", target.implementing());
        for (String method : target.methods()) {
            add(text, "method", method.replace(" ", ""));
        }
        for (String excluded : target.excludedClasses()) {
            add(text, "without-class", excluded);
        }
        for (String excluded : target.excludedMethods()) {
            add(text, "without-method", excluded.replace(" ", ""));
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String key, @Nullable String value) {
        if (value != null) {
            text.append(text.length() == 0 ? "" : " ").append(key).append(' ').append(value);
        }
    }
}
