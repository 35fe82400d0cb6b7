package dev.perfagent.plan;

import dev.perfagent.run.AlertType;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Channel;
import dev.perfagent.threshold.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of a plan; {@link PlanReader} is its mirror. The order of the fields is the format. */
@SuppressWarnings("EnumOrdinal") // a plan is read by the very jar that wrote it: the jar is in its key
final class PlanWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private PlanWriter() {}

    static byte[] bytes(String key, Plan plan) throws IOException {
        PlanWriter writer = new PlanWriter();
        writer.text(key);
        writer.application(plan.application());
        writer.texts(plan.problems());
        writer.settings(plan.settings());
        writer.blob(plan.handoffClass());
        writer.blob(plan.receiverClass());
        writer.texts(plan.watched());
        writer.matches(plan.matches());
        List<ClassEntry> entries = plan.entries();
        writer.out.writeInt(entries.size());
        for (ClassEntry entry : entries) {
            writer.out.writeByte(entry.loader().ordinal());
            writer.text(entry.name());
            writer.out.writeInt(entry.length());
            writer.out.writeInt(entry.crc());
            writer.blob(entry.woven());
        }
        return writer.bytes.toByteArray();
    }

    private void application(Application application) throws IOException {
        text(application.mainClass());
        text(application.title());
        text(application.version());
        text(application.fallbackName());
    }

    private void settings(Settings settings) throws IOException {
        text(settings.application());
        text(settings.applicationVersion());
        out.writeInt(settings.rules().size());
        for (Rule rule : settings.rules()) {
            rule(rule);
        }
        texts(settings.gitHubHosts());
        out.writeBoolean(settings.observe().http());
        out.writeBoolean(settings.observe().caches());
        out.writeBoolean(settings.observe().processes());
        out.writeBoolean(settings.observe().resources());
        out.writeBoolean(settings.journal().enabled());
        out.writeInt(settings.journal().days());
        benchmarks(settings.benchmarks());
        for (AlertType type : AlertType.values()) {
            policy(settings.alerts().of(type));
        }
    }

    private void rule(Rule rule) throws IOException {
        text(rule.section());
        text(rule.name());
        text(rule.target().className());
        text(rule.target().annotated());
        text(rule.target().implementing());
        texts(rule.target().methods());
        if (rule instanceof Rule.Phase phase) {
            out.writeDouble(phase.minMs());
        } else if (rule instanceof Rule.Context context) {
            out.writeInt(context.value().argument());
            out.writeBoolean(context.value().size());
        }
    }

    private void benchmarks(Benchmarks benchmarks) throws IOException {
        text(benchmarks.baselineDate());
        text(benchmarks.baselineVersion());
        out.writeInt(benchmarks.commands().size());
        for (Map.Entry<String, Budget> command : benchmarks.commands().entrySet()) {
            text(command.getKey());
            budget(command.getValue());
        }
        out.writeInt(benchmarks.scenarios().size());
        for (Scenario scenario : benchmarks.scenarios()) {
            text(scenario.name());
            numbers(scenario.when());
            out.writeByte(scenario.expected().ordinal());
        }
    }

    private void budget(Budget budget) throws IOException {
        number(budget.baselineMs());
        number(budget.targetMs());
        number(budget.maxAcceptableMs());
        number(budget.maxHeapDeltaMb());
        Long requests = budget.maxApiRequests();
        number(requests == null ? null : Double.valueOf(requests));
        number(budget.minCacheHitRate());
        numbers(budget.phaseTargetsMs());
        texts(budget.run());
    }

    private void policy(AlertPolicy policy) throws IOException {
        out.writeBoolean(policy.enabled());
        number(policy.threshold());
        out.writeInt(policy.consecutiveViolations());
        for (Channel channel : Channel.values()) {
            out.writeBoolean(policy.channels().contains(channel));
        }
    }

    private void matches(List<RuleMatch> matches) throws IOException {
        out.writeInt(matches.size());
        for (RuleMatch match : matches) {
            out.writeInt(match.rule());
            text(match.subject());
            text(match.className());
            texts(match.methods());
        }
    }

    private void numbers(Map<String, Double> numbers) throws IOException {
        out.writeInt(numbers.size());
        for (Map.Entry<String, Double> entry : numbers.entrySet()) {
            text(entry.getKey());
            out.writeDouble(entry.getValue());
        }
    }

    /** NaN, which no setting can be, stands for null. */
    private void number(@Nullable Double value) throws IOException {
        out.writeDouble(value == null ? Double.NaN : value);
    }

    private void texts(Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(text);
        }
    }

    private void text(@Nullable String text) throws IOException {
        blob(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private void blob(byte @Nullable [] blob) throws IOException {
        out.writeInt(blob == null ? -1 : blob.length);
        if (blob != null) {
            out.write(blob);
        }
    }
}
