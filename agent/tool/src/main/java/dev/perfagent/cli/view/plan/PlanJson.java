package dev.perfagent.cli.view.plan;

import dev.perfagent.plan.CoverageGap;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanFile;
import dev.perfagent.plan.PlanOrigin;
import dev.perfagent.plan.PlannedClass;
import dev.perfagent.plan.RuleMatch;
import dev.perfagent.prepare.PreparationResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans for programs. */
public final class PlanJson {
    private static final int SCHEMA = 1;

    private final JsonMapper mapper = JsonMapper.builder().build();

    /** A list of them. */
    public String of(Path folder, List<PlanFile> plans) {
        ObjectNode document = document().put("folder", folder.toString());
        addAll(plans, document.putArray("plans"));
        return text(document);
    }

    /** What prepare came to. */
    public String of(PreparationResult prepared) {
        ObjectNode document = document()
                .put("result", prepared.finding().text())
                .put("exit_code", prepared.exitCode())
                .put("folder", prepared.folder().toString());
        addAll(prepared.plans(), document.putArray("plans"));
        ArrayNode reasons = document.putArray("reasons");
        prepared.reasons().forEach(reasons::add);
        return text(document);
    }

    /** Those that were cleared. */
    public String ofCleared(List<PlanFile> plans) {
        ObjectNode document = document();
        ArrayNode names = document.putArray("cleared");
        plans.forEach(plan -> names.add(plan.name()));
        return text(document);
    }

    /** One of them in full. */
    public String of(PlanFile file) {
        ObjectNode document = document();
        addFacts(file, document);
        Plan plan = file.plan();
        ArrayNode problems = document.putArray("problems");
        ArrayNode classes = document.putArray("classes");
        ArrayNode matches = document.putArray("matches");
        ArrayNode watched = document.putArray("watched");
        if (plan != null) {
            plan.problems().forEach(problems::add);
            file.classes().forEach(known -> add(known, classes.addObject()));
            plan.matches().forEach(match -> add(match, matches.addObject()));
            plan.watched().forEach(pattern -> watched.add(pattern.replace('/', '.')));
        }
        return text(document);
    }

    private static void addAll(List<PlanFile> plans, ArrayNode list) {
        plans.forEach(plan -> addFacts(plan, list.addObject()));
    }

    private static void addFacts(PlanFile file, ObjectNode object) {
        Plan plan = file.plan();
        PlanOrigin origin = file.origin();
        object.put("name", file.name())
                .put("file", file.file().getPath())
                .put("bytes", file.length())
                .put("written", Instant.ofEpochMilli(file.modifiedMillis()).toString())
                .put("not_used", file.problem())
                .put("application", file.application())
                .put("main_class", plan == null ? null : plan.application().mainClass())
                .put("program", origin == null ? null : origin.program())
                .put("config", origin == null ? null : origin.configFolder())
                .put("jdk", origin == null ? null : origin.jvm())
                .put("java_home", origin == null ? null : origin.javaHome())
                .put("agent_version", origin == null ? null : origin.agentVersion())
                .put("agent_jar", origin == null ? null : origin.agentJar())
                .put("woven", plan == null ? null : count(file.woven()))
                .put("left_alone", plan == null ? null : count(file.classes().size() - file.woven()))
                .put("complete", plan == null ? null : complete(plan))
                .put(
                        "gap",
                        plan == null || plan.coverage().gap() == null
                                ? null
                                : name(plan.coverage().gap()));
    }

    private static void add(PlannedClass known, ObjectNode object) {
        object.put("name", known.name())
                .put("loader", known.loader().name().toLowerCase(Locale.ROOT))
                .put("bytes", known.bytes())
                .put("woven_bytes", known.isWoven() ? count(known.wovenBytes()) : null);
    }

    private static void add(RuleMatch match, ObjectNode object) {
        object.put("subject", match.subject())
                .put("rule", match.rule() == RuleMatch.PROBE ? null : count(match.rule()))
                .put("class", match.className());
        ArrayNode methods = object.putArray("methods");
        match.methods().forEach(methods::add);
    }

    private static @Nullable Boolean complete(Plan plan) {
        return plan.coverage().isComplete();
    }

    private static String name(CoverageGap gap) {
        return gap.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Integer count(int number) {
        return number;
    }

    private ObjectNode document() {
        return mapper.createObjectNode().put("schema", SCHEMA);
    }

    private String text(ObjectNode document) {
        return mapper.writeValueAsString(document);
    }
}
