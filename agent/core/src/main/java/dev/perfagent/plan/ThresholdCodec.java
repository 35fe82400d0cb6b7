package dev.perfagent.plan;

import dev.perfagent.run.AlertType;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Channel;
import dev.perfagent.threshold.Rating;
import dev.perfagent.threshold.Scenario;
import dev.perfagent.threshold.Thresholds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What runs are judged by, as bytes. */
@SuppressWarnings("EnumOrdinal") // a plan is read by the very jar that wrote it: the jar is in its key
final class ThresholdCodec {
    private ThresholdCodec() {}

    static byte[] write(Thresholds thresholds) {
        ByteWriter out = new ByteWriter();
        Benchmarks benchmarks = thresholds.benchmarks();
        out.text(benchmarks.baselineDate());
        out.text(benchmarks.baselineVersion());
        out.integer(benchmarks.commands().size());
        for (Map.Entry<String, Budget> command : benchmarks.commands().entrySet()) {
            out.text(command.getKey());
            write(out, command.getValue());
        }
        out.integer(benchmarks.scenarios().size());
        for (Scenario scenario : benchmarks.scenarios()) {
            out.text(scenario.name());
            out.numbers(scenario.when());
            out.octet(scenario.expected().ordinal());
        }
        for (AlertType type : AlertType.values()) {
            write(out, thresholds.alerts().of(type));
        }
        return out.bytes();
    }

    private static void write(ByteWriter out, Budget budget) {
        Long requests = budget.maxApiRequests();
        out.number(budget.baselineMs());
        out.number(budget.targetMs());
        out.number(budget.maxAcceptableMs());
        out.number(budget.maxHeapDeltaMb());
        out.number(requests == null ? null : Double.valueOf(requests));
        out.number(budget.minCacheHitRate());
        out.numbers(budget.phaseTargetsMs());
        out.texts(budget.run());
    }

    private static void write(ByteWriter out, AlertPolicy policy) {
        out.flag(policy.enabled());
        out.number(policy.threshold());
        out.integer(policy.consecutiveViolations());
        for (Channel channel : Channel.values()) {
            out.flag(policy.channels().contains(channel));
        }
    }

    static Thresholds read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, 0);
        Benchmarks benchmarks = benchmarks(in);
        Map<AlertType, AlertPolicy> policies = new EnumMap<>(AlertType.class);
        for (AlertType type : AlertType.values()) {
            policies.put(type, policy(in));
        }
        return new Thresholds(benchmarks, new AlertPolicies(policies));
    }

    private static Benchmarks benchmarks(ByteReader in) {
        String date = in.text();
        String version = in.text();
        Map<String, Budget> commands = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            commands.put(in.required(), budget(in));
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            scenarios.add(new Scenario(in.required(), in.numbers(), Rating.values()[in.octet()]));
        }
        return new Benchmarks(date, version, commands, scenarios);
    }

    private static Budget budget(ByteReader in) {
        Double baseline = in.number();
        Double target = in.number();
        Double most = in.number();
        Double heap = in.number();
        Double requests = in.number();
        return new Budget(
                baseline,
                target,
                most,
                heap,
                requests == null ? null : Long.valueOf(requests.longValue()),
                in.number(),
                in.numbers(),
                in.texts());
    }

    private static AlertPolicy policy(ByteReader in) {
        boolean enabled = in.flag();
        Double threshold = in.number();
        int violations = in.integer();
        Set<Channel> channels = new HashSet<>();
        for (Channel channel : Channel.values()) {
            if (in.flag()) {
                channels.add(channel);
            }
        }
        return new AlertPolicy(enabled, threshold, violations, channels);
    }
}
