package dev.perfagent.cli.view.plan;

import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.plan.CoverageGap;
import dev.perfagent.plan.LoaderKind;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanFile;
import dev.perfagent.plan.PlanOrigin;
import dev.perfagent.plan.PlannedClass;
import dev.perfagent.plan.RuleMatch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan in full, for programs. */
public record PlanJson(
        int schema,
        Facts facts,
        List<String> problems,
        List<Known> classes,
        List<Map<String, @Nullable Object>> matches,
        List<String> watched) {
    static final int SCHEMA = 1;

    public static PlanJson of(PlanFile file) {
        Plan plan = file.plan();
        return plan == null
                ? new PlanJson(SCHEMA, Facts.of(file), List.of(), List.of(), List.of(), List.of())
                : new PlanJson(
                        SCHEMA,
                        Facts.of(file),
                        plan.problems(),
                        file.classes().stream().map(Known::of).toList(),
                        plan.matches().stream().map(PlanJson::match).toList(),
                        plan.watched().stream()
                                .map(pattern -> pattern.replace('/', '.'))
                                .toList());
    }

    /** What a list says of each. */
    record Facts(
            String name,
            String file,
            long bytes,
            Instant written,
            @Nullable String notUsed,
            @Nullable String application,
            @Nullable String mainClass,
            @Nullable String program,
            @Nullable String config,
            @Nullable String jdk,
            @Nullable String javaHome,
            @Nullable String agentVersion,
            @Nullable String agentJar,
            @Nullable Integer woven,
            @Nullable Integer leftAlone,
            @Nullable Boolean complete,
            @Nullable CoverageGap gap)
            implements RecordJson.Inline {
        static Facts of(PlanFile file) {
            Plan plan = file.plan();
            PlanOrigin origin = file.origin();
            return new Facts(
                    file.name(),
                    file.file().getPath(),
                    file.length(),
                    Instant.ofEpochMilli(file.modifiedMillis()),
                    file.problem(),
                    file.application(),
                    plan == null ? null : plan.application().mainClass(),
                    origin == null ? null : origin.program(),
                    origin == null ? null : origin.configFolder(),
                    origin == null ? null : origin.jvm(),
                    origin == null ? null : origin.javaHome(),
                    origin == null ? null : origin.agentVersion(),
                    origin == null ? null : origin.agentJar(),
                    plan == null ? null : (Integer) file.woven(),
                    plan == null ? null : (Integer) (file.classes().size() - file.woven()),
                    plan == null ? null : (Boolean) plan.coverage().isComplete(),
                    plan == null ? null : plan.coverage().gap());
        }
    }

    record Known(
            String name,
            LoaderKind loader,
            long bytes,
            @Nullable Integer wovenBytes) {
        static Known of(PlannedClass known) {
            return new Known(
                    known.name(), known.loader(), known.bytes(), known.isWoven() ? (Integer) known.wovenBytes() : null);
        }
    }

    /** A map, because no component may be named {@code class}. The rule's place is null for a probe. */
    private static Map<String, @Nullable Object> match(RuleMatch match) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("subject", match.subject());
        fields.put("rule", match.rule() == RuleMatch.PROBE ? null : (Integer) match.rule());
        fields.put("class", match.className());
        fields.put("methods", match.methods());
        return fields;
    }
}
